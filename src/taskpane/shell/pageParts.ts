import { lazy, type ComponentType } from "react";
import { DataPage } from "../pages/data/DataPage";
import type { PageId } from "./pageIds";

/** What draws each page. All but the first load when they are opened. */
export const PAGE_PARTS: Readonly<Record<PageId, ComponentType>> = {
  data: DataPage,
  report: lazy(async () => ({ default: (await import("../pages/report/ReportPage")).ReportPage })),
  customer: lazy(async () => ({ default: (await import("../pages/lens/LensPage")).LensPage })),
  whatIf: lazy(async () => ({ default: (await import("../pages/whatIf/WhatIfPage")).WhatIfPage })),
  backtest: lazy(async () => ({ default: (await import("../pages/backtest/BacktestPage")).BacktestPage })),
  formulas: lazy(async () => ({ default: (await import("../pages/formulas/FormulasPage")).FormulasPage })),
  settings: lazy(async () => ({ default: (await import("../pages/settings/SettingsPage")).SettingsPage })),
};

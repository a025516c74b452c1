import { z } from "zod";
import { KPI_IDS, kpiOfName } from "../../../core/kpi";
import { names } from "./lists";

/** KPIs by id or by any name the target sheet knows them by, each once. A dash: none. */
export const goals = z.preprocess(
  (value) => {
    const parsed = names.safeParse(value);
    return parsed.success ? parsed.data.map((name) => kpiOfName(name) ?? name) : value;
  },
  z.array(z.enum(KPI_IDS)).refine((kpis) => new Set(kpis).size === kpis.length),
);

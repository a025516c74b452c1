import { LocaleType, mergeLocales, Univer, type Injector } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import conditionalEn from "@univerjs/preset-sheets-conditional-formatting/locales/en-US";
import conditionalZh from "@univerjs/preset-sheets-conditional-formatting/locales/zh-CN";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreEn from "@univerjs/preset-sheets-core/locales/en-US";
import coreZh from "@univerjs/preset-sheets-core/locales/zh-CN";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import validationEn from "@univerjs/preset-sheets-data-validation/locales/en-US";
import validationZh from "@univerjs/preset-sheets-data-validation/locales/zh-CN";
import { UniverSheetsDrawingPreset } from "@univerjs/preset-sheets-drawing";
import drawingEn from "@univerjs/preset-sheets-drawing/locales/en-US";
import drawingZh from "@univerjs/preset-sheets-drawing/locales/zh-CN";
import { UniverSheetsFilterPreset } from "@univerjs/preset-sheets-filter";
import filterEn from "@univerjs/preset-sheets-filter/locales/en-US";
import filterZh from "@univerjs/preset-sheets-filter/locales/zh-CN";
import { UniverSheetsHyperLinkPreset } from "@univerjs/preset-sheets-hyper-link";
import linkEn from "@univerjs/preset-sheets-hyper-link/locales/en-US";
import linkZh from "@univerjs/preset-sheets-hyper-link/locales/zh-CN";
import { UniverSheetsNotePreset } from "@univerjs/preset-sheets-note";
import noteEn from "@univerjs/preset-sheets-note/locales/en-US";
import noteZh from "@univerjs/preset-sheets-note/locales/zh-CN";
import { UniverSheetsTablePreset } from "@univerjs/preset-sheets-table";
import tableEn from "@univerjs/preset-sheets-table/locales/en-US";
import tableZh from "@univerjs/preset-sheets-table/locales/zh-CN";
import type { Locale } from "../../i18n";

export interface GridLook {
  readonly locale: Locale;
  readonly dark: boolean;
}

/** A running grid; it shows nothing until a workbook is put into it. */
export interface Grid {
  readonly api: FUniver;
  /** Univer's parts, for what its facade does not tell. */
  readonly injector: Injector;
  setLook(look: GridLook): void;
  dispose(): void;
}

const LOCALE: Readonly<Record<Locale, LocaleType>> = { "zh-CN": LocaleType.ZH_CN, en: LocaleType.EN_US };

/** Starts Univer with its open-source parts only: no charts, pivots, print or file exchange. */
export function createGrid(container: HTMLElement, look: GridLook): Grid {
  const univer = new Univer({
    locale: LOCALE[look.locale],
    darkMode: look.dark,
    locales: {
      [LocaleType.ZH_CN]: mergeLocales(
        coreZh,
        conditionalZh,
        validationZh,
        drawingZh,
        filterZh,
        linkZh,
        noteZh,
        tableZh,
      ),
      [LocaleType.EN_US]: mergeLocales(
        coreEn,
        conditionalEn,
        validationEn,
        drawingEn,
        filterEn,
        linkEn,
        noteEn,
        tableEn,
      ),
    },
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      header: true,
      toolbar: true,
      ribbonType: "simple",
      disableTextFormatMark: true,
      sheets: { disableForceStringMark: true },
    }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDataValidationPreset(),
    UniverSheetsDrawingPreset(),
    UniverSheetsFilterPreset(),
    UniverSheetsHyperLinkPreset(),
    UniverSheetsNotePreset(),
    UniverSheetsTablePreset(),
  ];
  for (const { plugins } of presets) {
    for (const plugin of plugins) {
      if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
      else univer.registerPlugin(plugin);
    }
  }
  const api = FUniver.newAPI(univer);
  return {
    api,
    injector: univer.__getInjector(),
    setLook: ({ locale, dark }) => {
      univer.setLocale(LOCALE[locale]);
      api.toggleDarkMode(dark);
    },
    dispose: () => univer.dispose(),
  };
}

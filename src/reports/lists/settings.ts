import type { Analysis } from "../../core/analysis";
import { scoreBands } from "../../core/rfm";
import { DEFAULT_SETTINGS } from "../../core/settings";
import type { ReportContext } from "../context";
import { SheetBuilder } from "../kit/sheetBuilder";
import type { SheetModel } from "../model/workbookModel";
import { SETTING_ROWS, type SettingRow } from "./settingRows";

const WIDTH = 4;

/** Every setting with its value, its default and what it does; then the cut points the scores came from. */
export function settingsSheet(analysis: Analysis, context: ReportContext): SheetModel {
  const { t } = context;
  const sheet = new SheetBuilder(context, { id: "settings", widths: [2, 26, 34, 34, 78], tabColor: "grey" });
  sheet.title(t("sheet.settings"));
  sheet.paragraph(t("settings.note"), "noteWrap", WIDTH);
  sheet.gap(6);
  sheet.table<SettingRow>({
    name: "Settings",
    filter: false,
    rows: SETTING_ROWS,
    empty: "–",
    columns: [
      { header: t("settings.setting"), style: "word", value: ({ key }) => t(`setting.${key}`) },
      {
        header: t("settings.value"),
        style: "wordWrap",
        value: ({ value }) => value(analysis.settings, context),
        styleOf: ({ share }) => (share ? "percentLeft" : "wordWrap"),
      },
      {
        header: t("settings.default"),
        style: "wordGreyWrap",
        value: ({ value, share }) => {
          const shown = value(DEFAULT_SETTINGS, context);
          return share && typeof shown === "number" ? context.words.percent(shown) : shown;
        },
      },
      {
        header: t("settings.meaning"),
        style: "wordGreyWrap",
        value: ({ key }) => t(`settingMeaning.${key}`),
      },
    ],
  });
  sheet.note(t("settings.hash", { hash: analysis.settingsHash }));
  bands(sheet, analysis, context);
  return sheet.build();
}

/** Cut points and counts per score, so that a score can be traced to the figures behind it. */
function bands(sheet: SheetBuilder, analysis: Analysis, context: ReportContext): void {
  const { t, words } = context;
  const scale = 10 ** analysis.decimals;
  const figure = {
    r: words.count,
    f: words.count,
    m: (value: number) => words.money(value / scale),
  };
  sheet.section(t("bands.title"), WIDTH);
  const byLetter = scoreBands(analysis.rfm);
  const lines = (["r", "f", "m"] as const).flatMap((letter) =>
    [...byLetter[letter]].sort((a, b) => b.score - a.score).map((band) => ({ letter, ...band })),
  );
  sheet.table({
    name: "ScoreBands",
    filter: false,
    rows: lines,
    empty: t("bands.empty"),
    columns: [
      { header: t("bands.dimension"), style: "word", value: ({ letter }) => t(`bands.${letter}`) },
      { header: t("bands.score"), style: "integer", value: ({ score }) => score },
      { header: t("bands.customers"), style: "integer", value: ({ customers }) => customers },
      {
        header: t("bands.range"),
        style: "word",
        value: ({ letter, from, to, customers }) =>
          customers === 0
            ? "–"
            : from === to
              ? figure[letter](from)
              : t("bands.fromTo", { from: figure[letter](from), to: figure[letter](to) }),
      },
    ],
  });
  sheet.note(t("bands.note"));
}

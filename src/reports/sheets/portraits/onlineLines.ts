import type { Analysis } from "../../../core/analysis";
import type { ReportContext } from "../../context";
import { LISTED, listLine, type Line } from "./line";

/** What a tier did on the shop's pages, and what it looked at without buying; no line where no sheet tells. */
export function onlineLines({ portraits, settings }: Analysis, { t, words }: ReportContext): readonly Line[] {
  if (portraits.every(({ online }) => online === null)) return [];
  return [
    listLine(
      t("tierPortraits.online", { days: settings.programme.onlineDays }),
      ({ online }) =>
        online === null || online.known === 0
          ? []
          : [
              t("tierPortraits.onlineVisited", { customers: words.count(online.visited) }),
              t("tierPortraits.onlineCarted", { customers: words.count(online.carted) }),
              t("tierPortraits.onlineWaiting", { customers: words.count(online.waiting) }),
            ],
      t("report.none"),
    ),
    listLine(
      t("tierPortraits.untapped"),
      ({ online }) =>
        (online?.untapped ?? [])
          .slice(0, LISTED)
          .map(({ category, customers }) =>
            t("tierPortraits.item", { name: category, count: words.count(customers) }),
          ),
      t("report.none"),
    ),
  ];
}

import type { Analysis } from "../../../core/analysis";
import { serialOfDay } from "../../../core/math/day";
import type { ExpiringPoints, PointsLedger } from "../../../core/programme";
import type { ReportContext } from "../../context";
import type { SheetBuilder } from "../../kit/sheetBuilder";
import { customerColumns } from "../customerColumns";

const LISTED = 20;

/** The points account: what is out, used and expiring, and whose points their spend does not explain. */
export function pointsTables(
  sheet: SheetBuilder,
  analysis: Analysis,
  width: number,
  context: ReportContext,
): void {
  const { t } = context;
  const { points } = analysis.programme.market;
  sheet.section(t("market.points"), width);
  if (points === null) {
    sheet.empty(t("market.pointsEmpty"), width);
    return;
  }
  pointsCards(sheet, points, analysis, context);
  sheet.paragraph(t("market.pointsNote"), "noteWrap", width);
  expiringTable(sheet, points, width, analysis, context);
  excessTable(sheet, points, width, context);
}

function pointsCards(
  sheet: SheetBuilder,
  points: PointsLedger,
  { settings }: Analysis,
  { t, words }: ReportContext,
): void {
  const card = (label: string, value: number | null, note: string) =>
    ({
      label,
      value: value ?? t("report.none"),
      style: value === null ? "cardText" : "cardInteger",
      note,
    }) as const;
  const worth = (count: number) =>
    points.pointValue === null ? null : words.money(count * points.pointValue);
  const { rate } = points.redemption;
  const soon = (points.expiring ?? []).filter(({ state }) => state === "soon");
  const atStake = soon.reduce((sum, line) => sum + line.points, 0);
  const atStakeWorth = worth(atStake);
  sheet.gap(6);
  sheet.cards(
    [
      card(
        t("market.pointsBalance"),
        points.balance,
        points.liability === null
          ? t("market.pointsNoValue")
          : t("market.pointsWorth", { amount: words.money(points.liability) }),
      ),
      card(
        t("market.pointsEarned"),
        points.earned,
        t("market.pointsOf", { customers: words.count(points.customers) }),
      ),
      card(
        t("market.pointsRedeemed"),
        points.redeemed,
        rate === null ? "" : t("market.pointsRateOf", { rate: words.percent(rate) }),
      ),
      points.expiring === null
        ? card(t("market.pointsExpired"), points.expired, t("market.pointsNoExpiry"))
        : card(
            t("market.pointsExpiring", { days: settings.programme.pointsNoticeDays }),
            atStake,
            atStakeWorth === null
              ? t("market.pointsOf", { customers: words.count(soon.length) })
              : t("market.pointsOfWorth", { customers: words.count(soon.length), amount: atStakeWorth }),
          ),
    ],
    { columns: 2, perRow: 4 },
  );
}

function expiringTable(
  sheet: SheetBuilder,
  { expiring, expired, pointValue }: PointsLedger,
  width: number,
  { settings }: Analysis,
  context: ReportContext,
): void {
  const { t, words } = context;
  if (expiring === null) return;
  sheet.section(t("market.expiringTitle", { days: settings.programme.pointsNoticeDays }), width);
  const rows = expiring.slice(0, LISTED);
  sheet.table<ExpiringPoints>({
    name: "PointsExpiring",
    filter: false,
    rows,
    empty: t("market.expiringEmpty"),
    columns: [
      ...customerColumns(rows, ({ row }) => row, context),
      { header: t("market.expiringPoints"), style: "integer", value: ({ points }) => points },
      {
        header: t("market.expiringWorth"),
        style: "money",
        value: ({ points }) => (pointValue === null ? null : points * pointValue),
      },
      { header: t("field.pointsExpireOn"), style: "date", value: ({ expireOn }) => serialOfDay(expireOn) },
      { header: t("field.owner"), style: "text", value: ({ row }) => row.record?.owner ?? "" },
      {
        header: t("market.expiringState"),
        style: "word",
        value: ({ row, state }) =>
          state === "past"
            ? t("market.expiring.past")
            : !row.consent
              ? t("market.expiring.noConsent")
              : t("market.expiring.soon"),
      },
    ],
  });
  if (expiring.length > LISTED)
    sheet.note(t("market.more", { shown: LISTED, all: words.count(expiring.length) }));
  sheet.paragraph(
    words.sentences([
      expired === null ? "" : t("market.pointsExpiredOf", { points: words.count(expired) }),
      t("market.expiringNote"),
    ]),
    "noteWrap",
    width,
  );
}

function excessTable(
  sheet: SheetBuilder,
  { excess, expiring }: PointsLedger,
  width: number,
  context: ReportContext,
): void {
  const { t, words } = context;
  if (excess.length === 0) return;
  if (expiring !== null && expiring.length > 0) sheet.pageStart();
  sheet.section(t("market.excessTitle"), width);
  const rows = excess.slice(0, LISTED);
  sheet.table<(typeof rows)[number]>({
    name: "PointsExcess",
    filter: false,
    rows,
    empty: t("report.none"),
    columns: [
      ...customerColumns(rows, ({ row }) => row, context),
      { header: t("market.pointsEarned"), style: "integer", value: ({ earned }) => earned },
      { header: t("market.pointsDue"), style: "integer", value: ({ due }) => due },
      { header: t("market.pointsExcess"), style: "integer", value: ({ earned, due }) => earned - due },
    ],
  });
  if (excess.length > LISTED)
    sheet.note(t("market.more", { shown: LISTED, all: words.count(excess.length) }));
}

import type { Analysis } from "../../core/analysis";
import type { MovementTable } from "../../core/movement";
import { TIER_IDS } from "../../core/tiers";
import type { ReportContext } from "../context";
import { SheetBuilder } from "../kit/sheetBuilder";
import { PALETTE } from "../model/palette";
import type { SheetModel } from "../model/workbookModel";

type Move = MovementTable["moves"][number];

/** How many moved since the last snapshot, and why; "" without one. */
export function movementFinding({ movement }: Analysis, { t, words }: ReportContext): string {
  if (movement === null) return "";
  const count = (direction: Move["direction"]) =>
    movement.moves.filter((move) => move.direction === direction).length;
  const own = movement.moves.filter(({ reason }) => reason === "ownChange").length;
  const drift = movement.moves.filter(({ reason }) => reason === "rankDrift").length;
  return t("movement.finding", {
    up: words.count(count("up")),
    down: words.count(count("down")),
    own: words.count(own),
    drift: words.count(drift),
    joined: words.count(count("joined")),
    left: words.count(count("left")),
  });
}

/** Who changed tier since the last snapshot, and whether by their own doing; null without an earlier snapshot. */
export function tierMovementSheet(analysis: Analysis, context: ReportContext): SheetModel | null {
  const { t, words, tierName } = context;
  const movement = analysis.movement;
  if (movement === null) return null;
  const tiers = movement.tiers;
  // As wide as the wider of the two tables.
  const width = Math.max(7, tiers.length + 3);
  const sheet = new SheetBuilder(context, {
    id: "tierMovement",
    widths: [2, 20, 14, 14, 14, 14, ...Array.from({ length: width - 5 }, () => 16)],
  });
  sheet.title(
    t("sheet.tierMovement"),
    t("movement.line", { before: words.day(movement.before), after: words.day(movement.after) }),
  );
  sheet.paragraph(movementFinding(analysis, context), "finding", width);
  sheet.section(t("movement.matrix"), width);
  const top = sheet.row;
  sheet.set(top, 1, t("movement.beforeAfter"), "heatLabel");
  tiers.forEach((tier, index) => sheet.set(top, 2 + index, tierName(tier), "heatHead"));
  sheet.set(top, 2 + tiers.length, t("movement.left"), "heatHead");
  sheet.set(top, 3 + tiers.length, t("movement.total"), "heatHead");
  tiers.forEach((tier, row) => {
    sheet.set(top + 1 + row, 1, tierName(tier), "heatLabel");
    tiers.forEach((_, column) =>
      sheet.set(top + 1 + row, 2 + column, movement.counts[row]?.[column] ?? 0, "heatInteger"),
    );
    const gone = movement.left[row] ?? 0;
    sheet.set(top + 1 + row, 2 + tiers.length, gone, "heatInteger");
    sheet.set(top + 1 + row, 3 + tiers.length, sum(movement.counts[row] ?? []) + gone, "heatInteger");
  });
  const newRow = top + 1 + tiers.length;
  sheet.set(newRow, 1, t("movement.joined"), "heatLabel");
  tiers.forEach((_, column) => sheet.set(newRow, 2 + column, movement.joined[column] ?? 0, "heatInteger"));
  sheet.set(newRow, 3 + tiers.length, sum(movement.joined), "heatInteger");
  sheet.set(newRow + 1, 1, t("movement.total"), "heatLabel");
  tiers.forEach((_, column) =>
    sheet.set(
      newRow + 1,
      2 + column,
      sum(movement.counts.map((line) => line[column] ?? 0)) + (movement.joined[column] ?? 0),
      "heatInteger",
    ),
  );
  sheet.set(newRow + 1, 2 + tiers.length, sum(movement.left), "heatInteger");
  sheet.set(
    newRow + 1,
    3 + tiers.length,
    sum(movement.counts.map(sum)) + sum(movement.left) + sum(movement.joined),
    "heatInteger",
  );
  sheet.format({
    kind: "colorScale",
    range: { row: top + 1, column: 2, rows: tiers.length, columns: tiers.length },
    from: PALETTE.heatFrom,
    to: PALETTE.heatTo,
  });
  sheet.row = newRow + 2;
  sheet.note(t("movement.matrixNote"));
  sheet.section(t("movement.moves"), width);
  const tierOrDash = (tier: Move["from"]) => (tier === "" ? "–" : tierName(tier));
  const scores = (values: Move["scoresBefore"]) =>
    values === null ? "–" : values.map((value) => (value > 0 ? value : "–")).join(" ");
  sheet.table<Move>({
    name: "TierMoves",
    rows: [...movement.moves].sort(byWeight),
    empty: t("movement.none"),
    columns: [
      { header: t("scores.customer"), style: "text", value: ({ customerId }) => customerId },
      {
        header: t("movement.direction"),
        style: "statusNeutral",
        value: ({ direction }) => t(`moveDirection.${direction}`),
        styleOf: ({ direction }) =>
          direction === "up" ? "statusGood" : direction === "down" ? "statusBad" : "statusNeutral",
      },
      {
        header: t("movement.from"),
        style: "word",
        value: ({ from, direction }) => (direction === "joined" ? "–" : tierOrDash(from)),
      },
      {
        header: t("movement.to"),
        style: "word",
        value: ({ to, direction }) => (direction === "left" ? "–" : tierOrDash(to)),
      },
      { header: t("movement.reason"), style: "word", value: ({ reason }) => t(`moveReason.${reason}`) },
      {
        header: t("movement.scoresBefore"),
        style: "wordRight",
        value: ({ scoresBefore }) => scores(scoresBefore),
      },
      {
        header: t("movement.scoresAfter"),
        style: "wordRight",
        value: ({ scoresAfter }) => scores(scoresAfter),
      },
    ],
  });
  sheet.note(t("movement.reasonNote"));
  return sheet.build();
}

const DIRECTIONS = ["down", "up", "left", "joined"] as const;

/** What needs attention first: the best customers who fell, then other falls, rises, losses, newcomers. */
function byWeight(a: Move, b: Move): number {
  const standing = (move: Move) =>
    TIER_IDS.findIndex((tier) => tier === (move.direction === "up" ? move.to : move.from));
  return (
    DIRECTIONS.indexOf(a.direction) - DIRECTIONS.indexOf(b.direction) ||
    standing(a) - standing(b) ||
    Number(a.reason === "rankDrift") - Number(b.reason === "rankDrift")
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

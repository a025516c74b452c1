import { tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { TimelineEvent } from "../../../app/services";
import { FigureTable } from "../../plots/FigureTable";
import { Plot } from "../../plots/Plot";
import { PlotFrame, scaleOf } from "../../plots/PlotFrame";
import { useInsightWords } from "../../words/useInsightWords";

const KINDS = ["order", "refund", "ticket", "touch", "survey"] as const;
const LANE = 24;
const MARGIN = { left: 56, right: 0 } as const;
const LARGEST = 8;
const SMALLEST = 3;
/** A table of more is nobody's reading; the newest come first. */
const MOST_ROWS = 100;

const COLORS: Readonly<Record<(typeof KINDS)[number], string>> = {
  order: tokens.colorBrandForeground1,
  refund: tokens.colorPaletteRedForeground1,
  ticket: tokens.colorPaletteDarkOrangeForeground1,
  touch: tokens.colorNeutralForeground3,
  survey: tokens.colorPaletteGreenForeground1,
};

interface Props {
  readonly events: readonly TimelineEvent[];
  readonly currency: string;
}

/** What happened with a customer: a lane for each kind, orders and refunds as large as their money. */
export function TimelinePlot({ events, currency }: Props): ReactNode {
  const { t, pane, format } = useInsightWords();
  const first = events[0]?.day;
  const last = events.at(-1)?.day;
  if (first === undefined || last === undefined) return null;
  const lanes = KINDS.filter((kind) => events.some((event) => event.kind === kind));
  const largest = events.reduce((most, { amount }) => Math.max(most, Math.abs(amount ?? 0)), 0);
  // The area of a mark tells the money.
  const radius = (amount: number | null) =>
    amount === null || largest === 0
      ? SMALLEST + 1
      : Math.max(SMALLEST, LARGEST * Math.sqrt(Math.abs(amount) / largest));
  const height = lanes.length * LANE + 20;
  const kinds = lanes
    .map((kind) =>
      t("lens.timelineKind", {
        count: events.filter((event) => event.kind === kind).length,
        kind: t(`lens.event.${kind}`),
      }),
    )
    .reduce((one, next) => pane("list.pair", { first: one, next }));
  const newest = [...events].reverse().slice(0, MOST_ROWS);
  return (
    <Plot
      title={t("lens.timeline")}
      text={t(first === last ? "lens.timelineDay" : "lens.timelineText", {
        events: format.count(events.length),
        first: format.day(first),
        last: format.day(last),
        kinds,
      })}
      height={height}
      tableLabel={t("lens.asTable")}
      table={
        <FigureTable
          label={t("lens.timeline")}
          heads={[t("lens.day"), t("lens.what"), t("lens.amount")]}
          wholeNames
          textColumns={[1]}
          rows={newest.map(({ day, kind, amount, text }) => [
            format.day(day),
            text === "" ? t(`lens.event.${kind}`) : text,
            amount === null ? "" : format.money(amount, currency),
          ])}
        />
      }
    >
      {(width) => {
        const x = scaleOf([first, last], [MARGIN.left + LARGEST, width - MARGIN.right - LARGEST]);
        const middle = (lane: number) => lane * LANE + LANE / 2;
        return (
          <PlotFrame
            width={width}
            height={height}
            margin={MARGIN}
            rows={lanes.map((kind, lane) => ({ at: middle(lane), label: t(`lens.event.${kind}`) }))}
            ends={first === last ? [format.day(first), ""] : [format.day(first), format.day(last)]}
          >
            {events.map(({ day, kind, amount, text }, index) => (
              <circle
                key={index}
                cx={x(day)}
                cy={middle(lanes.indexOf(kind))}
                r={radius(amount)}
                fill={COLORS[kind]}
                fillOpacity={0.8}
              >
                <title>{`${format.day(day)} ${text}`}</title>
              </circle>
            ))}
          </PlotFrame>
        );
      }}
    </Plot>
  );
}

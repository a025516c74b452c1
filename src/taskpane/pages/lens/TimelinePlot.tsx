import { tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { TimelineEvent } from "../../../app/services";
import { FigureTable } from "../../plots/FigureTable";
import { Plot } from "../../plots/Plot";
import { useInsightWords } from "../../words/useInsightWords";

const KINDS = ["order", "refund", "ticket", "touch", "survey"] as const;
const WIDTH = 300;
const LANE = 22;
const LEFT = 52;
const RIGHT = 8;
const LARGEST = 8;
const SMALLEST = 3;
/** A table of more is nobody's reading; the newest come first. */
const MOST_ROWS = 100;

const COLORS: Readonly<Record<(typeof KINDS)[number], string>> = {
  order: tokens.colorBrandBackground,
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
  const { t, format } = useInsightWords();
  const first = events[0]?.day;
  const last = events.at(-1)?.day;
  if (first === undefined || last === undefined) return null;
  const lanes = KINDS.filter((kind) => events.some((event) => event.kind === kind));
  const largest = events.reduce((most, { amount }) => Math.max(most, Math.abs(amount ?? 0)), 0);
  const x = (day: number) =>
    last === first
      ? (LEFT + WIDTH - RIGHT) / 2
      : LEFT + LARGEST + ((day - first) / (last - first)) * (WIDTH - RIGHT - LEFT - 2 * LARGEST);
  // The area of a mark tells the money.
  const radius = (amount: number | null) =>
    amount === null || largest === 0
      ? SMALLEST + 1
      : Math.max(SMALLEST, LARGEST * Math.sqrt(Math.abs(amount) / largest));
  const height = lanes.length * LANE + 18;
  const kinds = lanes
    .map((kind) =>
      t("lens.timelineKind", {
        count: events.filter((event) => event.kind === kind).length,
        kind: t(`lens.event.${kind}`),
      }),
    )
    .join(" · ");
  const newest = [...events].reverse().slice(0, MOST_ROWS);
  return (
    <Plot
      title={t("lens.timeline")}
      text={t("lens.timelineText", {
        events: format.count(events.length),
        first: format.day(first),
        last: format.day(last),
        kinds,
      })}
      width={WIDTH}
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
      {lanes.map((kind, lane) => {
        const y = lane * LANE + LANE / 2;
        return (
          <g key={kind}>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y} y2={y} stroke={tokens.colorNeutralStroke3} />
            <text x={0} y={y + 4} fontSize={11} fill={tokens.colorNeutralForeground2}>
              {t(`lens.event.${kind}`)}
            </text>
            {events.map((event, index) =>
              event.kind === kind ? (
                <circle
                  key={index}
                  cx={x(event.day)}
                  cy={y}
                  r={radius(event.amount)}
                  fill={COLORS[kind]}
                  fillOpacity={0.75}
                >
                  <title>{`${format.day(event.day)} ${event.text}`}</title>
                </circle>
              ) : null,
            )}
          </g>
        );
      })}
      <text x={LEFT} y={height - 3} fontSize={10} fill={tokens.colorNeutralForeground2}>
        {format.day(first)}
      </text>
      <text
        x={WIDTH - RIGHT}
        y={height - 3}
        fontSize={10}
        textAnchor="end"
        fill={tokens.colorNeutralForeground2}
      >
        {format.day(last)}
      </text>
    </Plot>
  );
}

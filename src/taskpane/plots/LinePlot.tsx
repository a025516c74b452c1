import { tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { FigureTable } from "./FigureTable";
import { Plot } from "./Plot";
import { PlotFrame, scaleOf } from "./PlotFrame";
import { ticks } from "./ticks";

const HEIGHT = 180;
const MARGIN = { top: 16, right: 12, bottom: 22, left: 44 } as const;
const STEPS = 4;

export interface PlotPoint {
  readonly x: number;
  readonly y: number;
}

interface Props {
  readonly title: string;
  readonly text: string;
  readonly tableLabel: string;
  readonly heads: readonly [x: string, y: string];
  /** Ascending by x; y is never below zero, where its axis begins. */
  readonly points: readonly PlotPoint[];
  /** Values of x that carry a mark with its name: the first hollow (today), the others filled. */
  readonly marked: readonly { readonly x: number; readonly name: string }[];
  readonly showX: (value: number) => string;
  readonly showY: (value: number) => string;
  /** Figures of the y axis; shorter than those of the marks. */
  readonly showTick: (value: number) => string;
}

/** A line over an axis from zero, with a mark and its name where the reader should look. */
export function LinePlot({ points, marked, heads, showX, showY, showTick, ...plot }: Props): ReactNode {
  const xs = points.map(({ x }) => x);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const grid = ticks(Math.max(...points.map(({ y }) => y)), STEPS);
  const nearest = (x: number) =>
    points.reduce((best, point) => (Math.abs(point.x - x) < Math.abs(best.x - x) ? point : best));
  const marks = marked.map(({ x, name }) => ({ ...nearest(x), name }));
  return (
    <Plot
      {...plot}
      height={HEIGHT}
      table={
        <FigureTable label={plot.title} heads={heads} rows={points.map(({ x, y }) => [showX(x), showY(y)])} />
      }
    >
      {(width) => {
        const x = scaleOf([left, right], [MARGIN.left, width - MARGIN.right]);
        const y = scaleOf([0, grid.at(-1) ?? 1], [HEIGHT - MARGIN.bottom, MARGIN.top]);
        const path = points
          .map(
            (point, index) => `${index === 0 ? "M" : "L"}${x(point.x).toFixed(1)} ${y(point.y).toFixed(1)}`,
          )
          .join(" ");
        return (
          <PlotFrame
            width={width}
            height={HEIGHT}
            margin={MARGIN}
            rows={grid.map((value) => ({ at: y(value), label: showTick(value) }))}
            ends={[showX(left), showX(right)]}
          >
            <path d={path} fill="none" stroke={tokens.colorBrandForeground1} strokeWidth={2} />
            {marks.map((mark, index) => {
              // The curve rises: left of it there is room above, right of it below.
              const above = marks.every((other) => other.x >= mark.x);
              return (
                <g key={mark.name}>
                  <circle
                    cx={x(mark.x)}
                    cy={y(mark.y)}
                    r={5}
                    data-hollow={index === 0 ? "" : undefined}
                    fill={index === 0 ? tokens.colorNeutralBackground1 : tokens.colorBrandForeground1}
                    stroke={tokens.colorBrandForeground1}
                    strokeWidth={2}
                  />
                  <text
                    x={x(mark.x) + (above ? -8 : 8)}
                    y={y(mark.y) + (above ? -8 : 18)}
                    textAnchor={above ? "end" : "start"}
                    style={{ fill: tokens.colorNeutralForeground1 }}
                  >
                    {mark.name}
                  </text>
                </g>
              );
            })}
          </PlotFrame>
        );
      }}
    </Plot>
  );
}

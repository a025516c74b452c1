import { tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { FigureTable } from "./FigureTable";
import { Plot } from "./Plot";

const WIDTH = 300;
const HEIGHT = 160;
const LEFT = 8;
const RIGHT = 8;
const TOP = 10;
const BOTTOM = 22;

export interface PlotPoint {
  readonly x: number;
  readonly y: number;
}

interface Props {
  readonly title: string;
  readonly text: string;
  readonly tableLabel: string;
  readonly heads: readonly [x: string, y: string];
  /** Ascending by x. */
  readonly points: readonly PlotPoint[];
  /** Values of x that carry a mark: the first hollow (today), the others filled. */
  readonly marked?: readonly number[];
  /** Draws the line on which both are equal, and points without a line between them. */
  readonly diagonal?: boolean;
  readonly showX: (value: number) => string;
  readonly showY: (value: number) => string;
  /** Further columns of the table, by point. */
  readonly more?: { readonly head: string; readonly cells: readonly string[] };
}

/** A line, or points against the line of equality. Axes begin at zero where the figures are shares or money above it. */
export function LinePlot(props: Props): ReactNode {
  const { points, marked = [], diagonal = false, showX, showY, heads, more } = props;
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const high = Math.max(...ys, ...(diagonal ? [1] : []), 1e-9);
  const low = Math.min(0, ...ys);
  const [left, right] = diagonal ? [0, 1] : [Math.min(...xs), Math.max(...xs)];
  const px = (x: number) => LEFT + ((x - left) / (right - left || 1)) * (WIDTH - LEFT - RIGHT);
  const py = (y: number) => TOP + (1 - (y - low) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const path = points
    .map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${px(x).toFixed(1)} ${py(y).toFixed(1)}`)
    .join(" ");
  const nearest = (x: number) =>
    points.reduce<PlotPoint | undefined>(
      (best, point) => (best === undefined || Math.abs(point.x - x) < Math.abs(best.x - x) ? point : best),
      undefined,
    );
  const axis = { fontSize: 10, fill: tokens.colorNeutralForeground2 } as const;
  return (
    <Plot
      title={props.title}
      text={props.text}
      width={WIDTH}
      height={HEIGHT}
      tableLabel={props.tableLabel}
      table={
        <FigureTable
          label={props.title}
          heads={[...heads, ...(more === undefined ? [] : [more.head])]}
          rows={points.map(({ x, y }, index) => [
            showX(x),
            showY(y),
            ...(more === undefined ? [] : [more.cells[index] ?? ""]),
          ])}
        />
      }
    >
      <line x1={LEFT} x2={WIDTH - RIGHT} y1={py(low)} y2={py(low)} stroke={tokens.colorNeutralStroke1} />
      {diagonal && (
        <line
          x1={px(0)}
          y1={py(0)}
          x2={px(1)}
          y2={py(1)}
          stroke={tokens.colorNeutralStroke1}
          strokeDasharray="4 3"
        />
      )}
      {!diagonal && <path d={path} fill="none" stroke={tokens.colorBrandStroke1} strokeWidth={2} />}
      {diagonal &&
        points.map(({ x, y }, index) => (
          <circle key={index} cx={px(x)} cy={py(y)} r={4} fill={tokens.colorBrandBackground}>
            <title>{`${showX(x)} → ${showY(y)}`}</title>
          </circle>
        ))}
      {marked.map((x, index) => {
        const point = nearest(x);
        if (point === undefined) return null;
        return (
          <g key={index}>
            <circle
              cx={px(point.x)}
              cy={py(point.y)}
              r={4.5}
              fill={index === 0 ? tokens.colorNeutralBackground1 : tokens.colorBrandBackground}
              stroke={tokens.colorBrandStroke1}
              strokeWidth={2}
            />
          </g>
        );
      })}
      <text x={LEFT} y={HEIGHT - 6} {...axis}>
        {showX(left)}
      </text>
      <text x={WIDTH - RIGHT} y={HEIGHT - 6} textAnchor="end" {...axis}>
        {showX(right)}
      </text>
      <text x={LEFT} y={TOP} {...axis}>
        {showY(high)}
      </text>
    </Plot>
  );
}

import { tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

/** A straight scale from figures to pixels; figures that are all one lie at its middle. */
export const scaleOf =
  ([from, to]: readonly [number, number], [first, last]: readonly [number, number]) =>
  (value: number): number =>
    to === from ? (first + last) / 2 : first + ((value - from) / (to - from)) * (last - first);

interface Props {
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly left: number; readonly right: number };
  /** Lines across the plot with what stands left of them. */
  readonly rows: readonly { readonly at: number; readonly label: string }[];
  /** What stands below, at the left and at the right end. */
  readonly ends: readonly [left: string, right: string];
  readonly children: ReactNode;
}

/** Lines and words around the marks of a plot, quieter than the marks. */
export function PlotFrame({ width, height, margin, rows, ends, children }: Props): ReactNode {
  return (
    <>
      {rows.map(({ at, label }) => (
        <g key={label}>
          <line
            x1={margin.left}
            x2={width - margin.right}
            y1={at}
            y2={at}
            stroke={tokens.colorNeutralStroke2}
          />
          <text x={margin.left - 8} y={at + 4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {children}
      <text x={margin.left} y={height - 4}>
        {ends[0]}
      </text>
      <text x={width - margin.right} y={height - 4} textAnchor="end">
        {ends[1]}
      </text>
    </>
  );
}

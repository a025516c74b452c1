import { tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { FigureTable } from "./FigureTable";
import { Plot } from "./Plot";
import { PlotFrame, scaleOf } from "./PlotFrame";

const HEIGHT = 200;
const MARGIN = { top: 22, right: 12, bottom: 22, left: 44 } as const;
const GRID = [0, 0.25, 0.5, 0.75, 1];

interface Props {
  readonly title: string;
  readonly text: string;
  readonly tableLabel: string;
  readonly heads: readonly [x: string, y: string, count: string];
  /** Shares from 0 to 1, and how many stand behind each. */
  readonly points: readonly { readonly x: number; readonly y: number; readonly count: number }[];
  readonly showShare: (share: number) => string;
  readonly showTick: (share: number) => string;
  readonly showCount: (count: number) => string;
}

/** Shares against shares: on the dotted line both agree. */
export function SharePlot({ points, heads, showShare, showTick, showCount, ...plot }: Props): ReactNode {
  const [nameX, nameY] = heads;
  return (
    <Plot
      {...plot}
      height={HEIGHT}
      table={
        <FigureTable
          label={plot.title}
          heads={heads}
          rows={points.map(({ x, y, count }) => [showShare(x), showShare(y), showCount(count)])}
        />
      }
    >
      {(width) => {
        const x = scaleOf([0, 1], [MARGIN.left, width - MARGIN.right]);
        const y = scaleOf([0, 1], [HEIGHT - MARGIN.bottom, MARGIN.top]);
        return (
          <PlotFrame
            width={width}
            height={HEIGHT}
            margin={MARGIN}
            rows={GRID.map((share) => ({ at: y(share), label: showTick(share) }))}
            ends={[showTick(0), nameX]}
          >
            <text x={0} y={10}>
              {nameY}
            </text>
            <line
              x1={x(0)}
              y1={y(0)}
              x2={x(1)}
              y2={y(1)}
              stroke={tokens.colorNeutralStroke1}
              strokeDasharray="4 3"
            />
            {points.map((point) => (
              <circle
                key={`${String(point.x)} ${String(point.y)}`}
                cx={x(point.x)}
                cy={y(point.y)}
                r={5}
                fill={tokens.colorBrandForeground1}
                stroke={tokens.colorNeutralBackground1}
              >
                <title>{`${nameX} ${showShare(point.x)}, ${nameY} ${showShare(point.y)}`}</title>
              </circle>
            ))}
          </PlotFrame>
        );
      }}
    </Plot>
  );
}

import { numfmt } from "@univerjs/core";
import { useEffect, useMemo, useRef, useState, type CSSProperties, type ReactNode } from "react";
import type { ChartModel } from "../../reports";
import { layoutChart, type ChartData, type ChartText } from "./layoutChart";

/** Colours of what is no figure; the same as in the written file. */
const INK = {
  title: "#262626",
  axis: "#595959",
  label: "#404040",
  grid: "#E3E3E3",
  base: "#BFBFBF",
} as const;
const FONT_PX: Readonly<Record<ChartText["role"], number>> = { title: 14, axis: 11, label: 11 };
const OUTLINE_PX = 1.5;
const LINE_PX = 2.25;
const AREA_OPACITY = 0.35;

const FRAME: CSSProperties = {
  width: "100%",
  height: "100%",
  boxSizing: "border-box",
  background: "#FFFFFF",
  border: "1px solid #E3E3E3",
  overflow: "hidden",
};

const web = (color: string): string => `#${color.replace("#", "")}`;

interface Props {
  readonly chart: ChartModel;
  readonly data: ChartData;
  readonly font: string;
}

/** A chart of the model over its cells, as large as they are. Charts stay light, as in Excel's dark theme. */
export function ChartPicture({ chart, data, font }: Props): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 480, height: 260 });
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const watch = new ResizeObserver(() =>
      setSize({ width: element.clientWidth || 480, height: element.clientHeight || 260 }),
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const shapes = useMemo(() => layoutChart(chart, data, size, shown), [chart, data, size]);
  return (
    <div ref={frame} style={FRAME} data-chart={chart.name}>
      <svg width="100%" height="100%" role="img" aria-label={chart.altText || chart.title} fontFamily={font}>
        {shapes.grid.map(({ from, to, strong }, index) => (
          <line
            key={index}
            x1={from.x}
            y1={from.y}
            x2={to.x}
            y2={to.y}
            stroke={strong ? INK.base : INK.grid}
            shapeRendering="crispEdges"
          />
        ))}
        {shapes.areas.map(({ points, color }, index) => (
          <polygon key={index} points={pairs(points)} fill={web(color)} fillOpacity={AREA_OPACITY} />
        ))}
        {shapes.bars.map(({ x, y, width, height, color, look }, index) => (
          <rect key={index} x={x} y={y} width={width} height={height} {...barLook(color, look)} />
        ))}
        {shapes.lines.map(({ points, color, look, marked }, index) => (
          <g key={index} stroke={web(color)} fill={web(color)}>
            <polyline
              points={pairs(points)}
              fill="none"
              strokeWidth={LINE_PX}
              strokeLinejoin="round"
              strokeDasharray={look === "dashed" ? "6 4" : undefined}
            />
            {(marked || points.length === 1) &&
              points.map(({ x, y }, place) => <circle key={place} cx={x} cy={y} r={2.5} />)}
          </g>
        ))}
        {shapes.dots.map(({ x, y, color }, index) => (
          <circle key={index} cx={x} cy={y} r={3.5} fill={web(color)} fillOpacity={0.75} />
        ))}
        {shapes.keys.map(({ x, y, width, height, color, look, round }, index) => (
          <rect
            key={index}
            x={x}
            y={y}
            width={width}
            height={height}
            rx={round ? width / 2 : 0}
            {...barLook(color, look)}
          />
        ))}
        {shapes.texts.map(({ x, y, text, anchor, role, upright }, index) => (
          <text
            key={index}
            x={x}
            y={y}
            textAnchor={anchor}
            fontSize={FONT_PX[role]}
            fontWeight={role === "title" ? 600 : 400}
            fill={INK[role]}
            transform={upright === true ? `rotate(-90 ${x} ${y})` : undefined}
          >
            {text}
          </text>
        ))}
      </svg>
    </div>
  );
}

/** Targets are outlined, forecasts hatched away to a tint. */
function barLook(color: string, look: "solid" | "outline" | "dashed"): Record<string, string | number> {
  if (look === "solid") return { fill: web(color) };
  return {
    fill: look === "outline" ? "#FFFFFF" : web(color),
    fillOpacity: look === "outline" ? 1 : 0.3,
    stroke: web(color),
    strokeWidth: OUTLINE_PX,
    ...(look === "dashed" && { strokeDasharray: "4 3" }),
  };
}

const pairs = (points: readonly { readonly x: number; readonly y: number }[]): string =>
  points.map(({ x, y }) => `${x},${y}`).join(" ");

function shown(value: number, pattern: string): string {
  try {
    return String(numfmt.format(pattern, value));
  } catch {
    // A pattern the library cannot read must not take the chart away.
    return String(value);
  }
}

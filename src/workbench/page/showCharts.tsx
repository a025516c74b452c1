import type { FUniver } from "@univerjs/core/facade";
import type {} from "@univerjs/sheets-drawing-ui/facade";
import type { ReactNode } from "react";
import type { ChartModel } from "../../reports";
import { chartDataOf, type ChartCell } from "../chart/chartDataOf";
import { ChartPicture } from "../chart/ChartPicture";
import type { ChartData } from "../chart/layoutChart";
import { cellOutput, cellText, chartModel, type HostBook } from "../host";

const COMPONENT = "tenure-chart";
/** Changes come in hundreds; one drawing for all of them is enough. */
const PAUSE_MS = 150;

interface Drawn {
  readonly domId: string;
  readonly sheet: string;
  readonly remove: () => void;
  key: string;
}

interface Content {
  readonly chart: ChartModel;
  readonly data: ChartData;
}

/** What each chart shows now, by its place on the page, for the component that draws it. */
const contents = new Map<string, Content>();

function FloatingChart({
  data,
}: {
  readonly data?: { readonly id?: string; readonly key?: string };
}): ReactNode {
  const content = contents.get(data?.id ?? "");
  return content === undefined ? null : (
    <ChartPicture chart={content.chart} data={content.data} font="Segoe UI, Microsoft YaHei, sans-serif" />
  );
}

/**
 * Draws the workbook's charts over their cells, and anew when they or their cells change.
 *
 * @returns stops drawing, and takes the charts off the page
 */
export function showCharts(api: FUniver, book: HostBook): () => void {
  api.registerComponent(COMPONENT, FloatingChart);
  const drawn = new Map<string, Drawn>();
  let timer: ReturnType<typeof setTimeout> | null = null;

  const read = (sheetName: string, range: ChartModel["anchor"]): readonly ChartCell[] => {
    const sheet = book.sheetNamed(sheetName);
    if (sheet === null) return [];
    return Array.from({ length: range.rows * range.columns }, (_, index) => {
      const row = range.row + Math.floor(index / range.columns);
      const column = range.column + (index % range.columns);
      const value = cellOutput(book.cell(sheet, row, column));
      const format = book.style(sheet, row, column).n?.pattern ?? "General";
      return { value, text: cellText(value, format) };
    });
  };

  const draw = (): void => {
    timer = null;
    const active = api.getActiveWorkbook()?.getActiveSheet();
    const wanted = new Map<string, { sheet: string; content: Content; key: string }>();
    for (const chart of book.extras.charts) {
      const model = chartModel(chart, book);
      // A float can only be put on the sheet that is shown.
      if (model === null || chart.sheet !== active?.getSheetId()) continue;
      const content = { chart: model, data: chartDataOf(model, read) };
      wanted.set(chart.id, { sheet: chart.sheet, content, key: JSON.stringify(content) });
    }
    for (const [id, { key, remove, sheet }] of drawn) {
      const next = wanted.get(id);
      const gone = sheet === active?.getSheetId() && next === undefined;
      if (!gone && (next === undefined || next.key === key)) continue;
      remove();
      drawn.delete(id);
      contents.delete(id);
    }
    for (const [id, { sheet, content, key }] of wanted) {
      if (drawn.has(id)) continue;
      contents.set(id, content);
      const { row, column, rows, columns } = content.chart.anchor;
      const placed = book
        .sheet(sheet)
        .addFloatDomToRange(
          book.sheet(sheet).getRange(row, column, rows, columns),
          { componentKey: COMPONENT, allowTransform: false, data: { id, key } },
          {},
          `${id}-${Date.now()}`,
        );
      if (placed) drawn.set(id, { domId: placed.id, sheet, remove: () => placed.dispose(), key });
    }
  };
  const later = (): void => {
    timer ??= setTimeout(draw, PAUSE_MS);
  };
  book.onCharts = later;
  const sheetChanged = api.addEvent(api.Event.ActiveSheetChanged, later);
  later();
  return () => {
    if (timer !== null) clearTimeout(timer);
    sheetChanged.dispose();
    book.onCharts = () => undefined;
    for (const { remove } of drawn.values()) remove();
    contents.clear();
  };
}

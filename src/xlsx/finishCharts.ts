import type { SheetModel } from "../reports/model/workbookModel";
import { relationshipKind, relationshipsOf } from "./relationships";
import { escapeAttribute, legalText } from "./xmlText";
import { partText, setPartText, type ZipParts } from "./zipParts";

/** Excel stops reading a description after this many characters. */
const MAX_ALT_TEXT = 1000;

const AXIS_TITLE_LOOK = (fontName: string): string =>
  `sz="900" b="0"><a:solidFill><a:srgbClr val="595959"/></a:solidFill><a:latin typeface="${fontName}"/><a:ea typeface="${fontName}"/>`;

const FRAME =
  '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="E3E3E3"/></a:solidFill></a:ln></c:spPr>';

/**
 * Gives the charts of a sheet what the library cannot: a description for screen readers, a quiet
 * frame, and axis titles in the text of the chart, turned along their axis.
 */
export function finishCharts(parts: ZipParts, sheetPath: string, sheet: SheetModel, fontName: string): void {
  const drawing = relationshipsOf(parts, sheetPath).find(({ type }) => relationshipKind(type) === "drawing");
  if (drawing === undefined) return;
  let index = 0;
  const xml = partText(parts, drawing.target).replace(/<xdr:cNvPr id="\d+" name="[^"]*"\/>/g, (tag) => {
    const chart = sheet.charts[index++];
    if (chart === undefined) return tag;
    const name = escapeAttribute(legalText(chart.name));
    const text = escapeAttribute(legalText(chart.altText).slice(0, MAX_ALT_TEXT));
    return `<xdr:cNvPr id="${index + 1}" name="${name}" descr="${text}"/>`;
  });
  setPartText(parts, drawing.target, xml);
  for (const { type, target } of relationshipsOf(parts, drawing.target)) {
    if (relationshipKind(type) === "chart") {
      setPartText(parts, target, finishedChart(partText(parts, target), escapeAttribute(fontName)));
    }
  }
}

function finishedChart(xml: string, fontName: string): string {
  return (
    xml
      .replace(/<c:(catAx|valAx|dateAx)>[\s\S]*?<\/c:\1>/g, (axis) => finishedAxis(axis, fontName))
      // A cache that is empty though its cells are not is taken at its word by some viewers.
      .replace(
        /<c:(str|num)Cache>(?:<c:formatCode>[^<]*<\/c:formatCode>)?<c:ptCount val="0"\/><\/c:\1Cache>/g,
        "",
      )
      .replace("</c:chart></c:chartSpace>", `</c:chart>${FRAME}</c:chartSpace>`)
  );
}

function finishedAxis(axis: string, fontName: string): string {
  const vertical = /<c:axPos val="[lr]"\/>/.test(axis);
  const body = vertical ? '<a:bodyPr rot="-5400000" vert="horz"/>' : '<a:bodyPr rot="0"/>';
  const look = AXIS_TITLE_LOOK(fontName);
  return axis.replace(
    /(<c:title><c:tx><c:rich>)<a:bodyPr\/><a:lstStyle\/><a:p><a:r>(<a:t>[^<]*<\/a:t><\/a:r><\/a:p><\/c:rich><\/c:tx>(?:<c:overlay[^>]*\/>)?)(?:<c:txPr>[\s\S]*?<\/c:txPr>)?/,
    (_, start: string, text: string) =>
      `${start}${body}<a:lstStyle/><a:p><a:pPr><a:defRPr ${look}</a:defRPr></a:pPr><a:r><a:rPr ${look}</a:rPr>${text}`,
  );
}

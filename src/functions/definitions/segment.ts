import { segmentColumn } from "../../core/segments";
import { numberColumn } from "../arguments/numberColumn";
import { LANGUAGE } from "../arguments/parameter";
import { word } from "../words";
import { define } from "./definition";

export const SEGMENT = define({
  id: "SEGMENT",
  parameters: {
    r: { kind: "range", columns: [1, 1] },
    f: { kind: "range", columns: [1, 1], sameRowsAs: "r" },
    m: { kind: "range", columns: [1, 1], sameRowsAs: "r" },
    scheme: {
      kind: "choice",
      choices: ["named11", "klaviyo6", "eightMean", "eightMedian"],
      whenBlank: "named11",
    },
    lang: LANGUAGE,
  },
  columns: ["functions.column.segment"],
  example: { formula: "=CRM.SEGMENT(E2:E21, F2:F21, G2:G21)", shows: "functions.example.SEGMENT" },
  compute({ r, f, m, scheme }, language) {
    const { segments } = segmentColumn(numberColumn(r), numberColumn(f), numberColumn(m), scheme);
    return segments.map((segment) => [segment === "" ? "" : word(language, `segment.${segment}`)]);
  },
});

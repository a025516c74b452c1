import { segmentColumn } from "../../core/segments";
import { COLUMN, columnBeside } from "../arguments/columns";
import { numberColumn } from "../arguments/numberColumn";
import { LANGUAGE } from "../arguments/parameter";
import { word } from "../words";
import { define } from "./definition";

export const SEGMENT = define({
  parameters: {
    r: COLUMN,
    f: columnBeside("r"),
    m: columnBeside("r"),
    scheme: {
      kind: "choice",
      choices: ["named11", "klaviyo6", "eightMean", "eightMedian"],
      whenBlank: "named11",
    },
    lang: LANGUAGE,
  },
  compute({ r, f, m, scheme }, language) {
    const { segments } = segmentColumn(numberColumn(r), numberColumn(f), numberColumn(m), scheme);
    return segments.map((segment) => [segment === "" ? "" : word(language, `segment.${segment}`)]);
  },
});

import { scanXml } from "./scanXml";
import { decodeStringItem } from "./xmlText";

/** The workbook's table of strings: rich text as its text, without the reading aids (phonetic runs) beside it. */
export function sharedStrings(part: Uint8Array | undefined): string[] {
  const strings: string[] = [];
  if (part === undefined) return strings;
  const item = new StringItem();
  scanXml(part, {
    open: (name) => {
      if (name === "si") item.clear();
      else item.open(name);
    },
    text: (text) => item.text(text),
    close: (name) => {
      if (name === "si") strings.push(item.value());
      else item.close(name);
    },
  });
  return strings;
}

/** Collects the text of a string item (`si` or `is`): a plain `t`, or the `t` of each run. */
export class StringItem {
  private collected = "";
  private inText = false;
  private inPhonetic = false;

  clear(): void {
    this.collected = "";
    this.inText = false;
    this.inPhonetic = false;
  }

  open(name: string): void {
    if (name === "t") this.inText = !this.inPhonetic;
    else if (name === "rPh") this.inPhonetic = true;
  }

  text(text: string): void {
    if (this.inText) this.collected += text;
  }

  close(name: string): void {
    if (name === "t") this.inText = false;
    else if (name === "rPh") this.inPhonetic = false;
  }

  value(): string {
    return decodeStringItem(this.collected).replace(/\r\n?/g, "\n");
  }
}

import { findOwnContent } from "./findOwnContent";
import { readFound, tableTitles, type FoundWorkbook, type MarkedSheet } from "./foundReport";
import { BACKUP, UNFINISHED } from "./reportKeys";
import { guessedRecord, type SheetRecord } from "./sheetRecord";
import type { OwnContent } from "./ownContent";
import type { SheetModel } from "../reports";

/**
 * What people typed into the sheets, by id. For a sheet that a failed report left half done it is what was put by
 * before: what stands there now is nobody's.
 */
export async function typedContents(
  context: Excel.RequestContext,
  sheets: readonly {
    readonly sheet: SheetModel;
    readonly record: SheetRecord;
    readonly marked: MarkedSheet | null;
  }[],
  found: FoundWorkbook,
  stopIfCancelled: () => void,
): Promise<ReadonlyMap<string, OwnContent>> {
  const unfinished = new Set(JSON.parse(found.settings.get(UNFINISHED) ?? "[]") as readonly string[]);
  const contents = new Map<string, OwnContent>();
  const toRead: { id: string; next: SheetRecord; marked: MarkedSheet }[] = [];
  for (const { sheet, record, marked } of sheets) {
    if (marked === null) continue;
    const backup = found.settings.get(BACKUP + marked.id);
    if (!unfinished.has(marked.id)) toRead.push({ id: sheet.id, next: record, marked });
    else if (backup !== undefined) contents.set(sheet.id, JSON.parse(backup) as OwnContent);
  }
  const titles = await tableTitles(
    context,
    toRead.map(({ marked }) => marked),
  );
  const read = await readFound(
    context,
    toRead.map(({ marked, next }, index) => ({
      sheet: marked,
      titles: titles[index] ?? [],
      record:
        marked.record ??
        guessedRecord(
          marked.name,
          marked.used,
          marked.tables.map(({ name, range }, place) => ({
            name,
            range,
            titles: titles[index]?.[place] ?? [],
          })),
          next,
        ),
    })),
    stopIfCancelled,
  );
  toRead.forEach(({ id }, index) => {
    const sheet = read[index];
    if (sheet !== undefined) contents.set(id, findOwnContent(sheet));
  });
  return contents;
}

/** What people typed, for the settings; null: nothing. Rows without notes need not be kept. */
export function backupOf(content: OwnContent): string | null {
  const lists = content.lists.map((list) => ({
    ...list,
    rows: list.rows.filter(({ notes }) => notes.length > 0),
  }));
  const holds =
    content.elsewhere.length > 0 ||
    content.loose.length > 0 ||
    lists.some(({ rows, added, beside }) => rows.length > 0 || added.length > 0 || beside.length > 0);
  return holds ? JSON.stringify({ ...content, lists } satisfies OwnContent) : null;
}

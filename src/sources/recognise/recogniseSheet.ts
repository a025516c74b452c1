import type { SourceSheet } from "../../core/analysis";
import { cellText, isBlankCell, SHEET_FIELDS } from "../../core/tables";
import type { Cell, MappedTable, ProfileId, RawSheet, SheetKind } from "../../core/tables";
import { columnLetters } from "../columnLetters";
import { detectProfile } from "../headings/detectProfile";
import { normaliseHeading, type HeadingForms } from "../headings/normaliseHeading";
import type { SourceOverrides } from "../overrides";
import { QUESTION_CODES, type Question, type QuestionCode } from "../question";
import { isOwnReportSheet, kindOfName } from "./kindOfName";
import { mapColumns, type ColumnMap } from "./mapColumns";
import { forSheet } from "./namePattern";
import { settingsLayout } from "./settingsLayout";
import { missingFields, SHEET_REQUIREMENTS } from "./sheetRequirements";

export interface Recognition {
  /** null: the sheet is not used. */
  readonly table: MappedTable | null;
  readonly source: SourceSheet;
  readonly questions: readonly Question[];
}

/** Headings stand within this many rows; above them there may be a title and notes. */
const HEADING_ROWS = 15;

/** Rows looked at to tell which of two columns of one name is the filled one. */
const SAMPLE_ROWS = 200;

/** A telling sheet name counts as much as this many points, so that it decides between near kinds. */
const NAME_BONUS = 1.5;

/** With so many telling headings a kind that lacks one need is "nearly there", not "unknown". */
const NEAR_EVIDENCE = 2;
const NEAR_KINDS = 3;
const HEADINGS_SHOWN = 12;

const KINDS = Object.keys(SHEET_FIELDS) as SheetKind[];

interface Candidate {
  readonly kind: SheetKind;
  readonly row: number;
  readonly profile: ProfileId;
  readonly map: ColumnMap;
  readonly missing: readonly string[];
  readonly evidence: number;
  readonly score: number;
}

/**
 * What kind of sheet this is, where its headings stand and which column holds which field.
 *
 * The kind that explains most columns wins, if it has all the columns it cannot do without. A sheet
 * that nearly fits, fits two kinds equally, or fits none is not used, and the question says what was
 * missing. Sheets of an earlier report are left out, except settings and snapshots.
 */
export function recogniseSheet(raw: RawSheet, overrides: SourceOverrides): Recognition {
  const about = questionsAbout(raw);
  const forced = forSheet(overrides.sheets, raw.file, raw.name)?.value ?? null;
  const columns = forSheet(overrides.columns, raw.file, raw.name)?.value ?? {};
  if (forced === "ignore") return unused(raw, []);
  if (forced === null && isOwnReportSheet(raw.name)) return unused(raw, [about("ownReportSheet", {})]);
  const filled = countFilled(raw.rows, 0);
  if (filled === 0) return unused(raw, [about("emptySheet", {})]);

  const candidates = candidatesOf(raw, columns, forced);
  const fitting = candidates.filter(
    ({ missing, evidence, kind }) =>
      missing.length === 0 && (forced !== null || evidence >= SHEET_REQUIREMENTS[kind].evidence),
  );
  const best = fitting[0];
  const near = candidates.filter((candidate) => !fitting.includes(candidate));
  const closest = near[0];
  const nearlyAnother =
    best !== undefined &&
    closest !== undefined &&
    closest.missing.length === 1 &&
    closest.evidence >= NEAR_EVIDENCE &&
    closest.score > best.score;
  if (best === undefined || nearlyAnother) {
    const layout = forced === "settings" || kindOfName(raw.name) === "settings" ? settingsLayout(raw) : null;
    if (layout !== null) return { table: layout, source: sourceOf(layout), questions: [] };
    return unused(raw, [whyUnused(raw, near, forced !== null, about)]);
  }
  const rival = fitting.find(({ kind, score }) => kind !== best.kind && score === best.score);
  if (rival !== undefined) {
    const kinds = [best.kind, rival.kind];
    return unused(raw, [
      about("ambiguousKind", { candidates: kinds }, {}, { kinds: kinds.map((kind) => `sheetKind.${kind}`) }),
    ]);
  }
  const { table, questions } = tableOf(raw, best, about);
  const unknown = Object.keys(columns).filter(
    (field) => !(SHEET_FIELDS[best.kind] as readonly string[]).includes(field),
  );
  return {
    table,
    source: sourceOf(table),
    questions: [
      ...questions,
      ...unknown.map((field) =>
        about(
          "overrideFieldUnknown",
          { kind: best.kind, field, candidates: SHEET_FIELDS[best.kind] },
          { field, known: SHEET_FIELDS[best.kind].join(" ") },
          { kind: [`sheetKind.${best.kind}`] },
        ),
      ),
      ...best.map.unmetOverrides.map((field) =>
        about(
          "overrideHeadingMissing",
          { kind: best.kind, field, candidates: shownHeadings(table.headings) },
          { heading: columns[field] ?? "", headings: listed(table.headings) },
          { field: [`field.${field}`] },
        ),
      ),
    ],
  };
}

type About = (
  code: QuestionCode,
  subject: Partial<Pick<Question, "kind" | "field" | "candidates">>,
  holes?: Question["holes"],
  terms?: Question["terms"],
) => Question;

function questionsAbout(raw: RawSheet): About {
  return (code, subject, holes = {}, terms = {}) => ({
    code,
    weight: QUESTION_CODES[code],
    file: raw.file,
    sheet: raw.name,
    kind: null,
    field: null,
    candidates: [],
    ...subject,
    holes: { place: placeOf(raw), sheet: raw.name, ...holes },
    terms,
  });
}

/** The file of a text file, which has one sheet; "book.xlsx / 订单" of a workbook. */
function placeOf(raw: RawSheet): string {
  if (raw.file === "") return raw.name;
  return raw.file.replace(/\.[^.]*$/, "") === raw.name ? raw.file : `${raw.file} / ${raw.name}`;
}

function candidatesOf(
  raw: RawSheet,
  columns: Readonly<Record<string, string>>,
  forced: SheetKind | null,
): readonly Candidate[] {
  const named = kindOfName(raw.name);
  const byKind = new Map<SheetKind, Candidate>();
  raw.rows.slice(0, HEADING_ROWS).forEach((cells, row) => {
    const headings = cells.map(normaliseHeading);
    if (headings.filter(({ full }) => full !== "").length < 2) return;
    const profile = detectProfile(headings);
    for (const kind of forced === null ? KINDS : [forced]) {
      const map = mapColumns(kind, profile, headings, columns);
      const bonus = map.score > 0 && kind === named ? 1 : 0;
      const candidate: Candidate = {
        kind,
        row,
        profile,
        map,
        missing: missingFields(kind, (field) => map.columns[field] !== undefined),
        evidence: map.evidence + bonus,
        score: map.score + bonus * NAME_BONUS,
      };
      const known = byKind.get(kind);
      if (known === undefined || isBetter(candidate, known)) byKind.set(kind, candidate);
    }
  });
  return [...byKind.values()].sort(
    (a, b) => b.score - a.score || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind),
  );
}

/** Of two rows for one kind: the one that lacks less, then the one that explains more, then the upper one. */
function isBetter(candidate: Candidate, known: Candidate): boolean {
  if (candidate.missing.length !== known.missing.length)
    return candidate.missing.length < known.missing.length;
  return candidate.score > known.score;
}

function tableOf(
  raw: RawSheet,
  best: Candidate,
  about: About,
): { readonly table: MappedTable; readonly questions: readonly Question[] } {
  const headings = (raw.rows[best.row] ?? []).map((cell) => cellText(cell));
  const rows = raw.rows.slice(best.row + 1);
  const columns: Record<string, number> = { ...best.map.columns };
  const questions: Question[] = [];
  for (const { field, candidates } of best.map.choices) {
    const [first, ...rivals] = distinctColumns(rows, candidates);
    if (first === undefined) continue;
    columns[field] = first;
    if (rivals.length === 0) continue;
    const names = [first, ...rivals].map((column) => `${headings[column] ?? ""} (${columnLetters(column)})`);
    questions.push(
      about(
        "ambiguousColumn",
        { kind: best.kind, field, candidates: [first, ...rivals].map((column) => headings[column] ?? "") },
        { columns: names.join(" | "), chosen: columnLetters(first) },
        { field: [`field.${field}`] },
      ),
    );
  }
  const table = {
    kind: best.kind,
    file: raw.file,
    sheet: raw.name,
    profile: best.profile,
    date1904: raw.date1904,
    firstRow: best.row + 2,
    headings,
    columns,
    rows,
  } as MappedTable;
  if (countFilled(rows, 0) === 0) {
    questions.push(about("headerOnly", { kind: best.kind }, {}, { kind: [`sheetKind.${best.kind}`] }));
  }
  return { table, questions };
}

/** Columns of one name, those that are empty or repeat an earlier one left out; never none. */
function distinctColumns(rows: MappedTable["rows"], candidates: readonly number[]): readonly number[] {
  const contents = new Map<string, number>();
  for (const column of candidates) {
    const cells = rows.slice(0, SAMPLE_ROWS).map((row) => cellText(row[column]));
    if (cells.every((text) => text === "")) continue;
    const content = JSON.stringify(cells);
    if (!contents.has(content)) contents.set(content, column);
  }
  return contents.size > 0 ? [...contents.values()] : candidates.slice(0, 1);
}

function whyUnused(raw: RawSheet, near: readonly Candidate[], forced: boolean, about: About): Question {
  const width = raw.rows.slice(0, HEADING_ROWS).reduce((most, row) => Math.max(most, filledWidth(row)), 0);
  if (width <= 1) return about("oneColumn", {});
  const closest = near.find(({ missing, evidence }) => missing.length > 0 && (forced || evidence >= 1));
  const headings = headingsShown(raw, closest);
  const sensible = near.filter(({ evidence }) => evidence > 0).slice(0, NEAR_KINDS);
  if (closest !== undefined && closest === near[0] && (forced || closest.evidence >= NEAR_EVIDENCE)) {
    return about(
      "missingColumns",
      { kind: closest.kind, candidates: shownHeadings(headings) },
      { headings: listed(headings) },
      { kind: [`sheetKind.${closest.kind}`], missing: closest.missing.map((field) => `field.${field}`) },
    );
  }
  if (shownHeadings(headings).length === 0) return about("noHeadings", {});
  return about(
    "unrecognisedSheet",
    { kind: sensible[0]?.kind ?? null, candidates: sensible.map(({ kind }) => kind) },
    { headings: listed(headings) },
  );
}

/** The row that most looks like headings: the nearest kind's, else the first with two texts. */
function headingsShown(raw: RawSheet, closest: Candidate | undefined): readonly string[] {
  const top = raw.rows.slice(0, HEADING_ROWS);
  const row =
    closest !== undefined && closest.map.score > 0
      ? top[closest.row]
      : top.find((cells) => cells.filter(isHeadingText).length >= 2);
  return (row ?? []).map((cell) => cellText(cell));
}

function isHeadingText(cell: Cell): boolean {
  const { full }: HeadingForms = normaliseHeading(cell);
  return typeof cell === "string" && /\p{L}/u.test(full);
}

const shownHeadings = (headings: readonly string[]) => headings.filter((heading) => heading !== "");

function listed(headings: readonly string[]): string {
  const shown = shownHeadings(headings);
  const more = shown.length > HEADINGS_SHOWN ? " | …" : "";
  return shown.slice(0, HEADINGS_SHOWN).join(" | ") + more;
}

function filledWidth(row: readonly Cell[]): number {
  return row.filter((cell) => cellText(cell) !== "").length;
}

/** Rows from an index on in which any cell says something. */
function countFilled(rows: RawSheet["rows"], from: number): number {
  let count = 0;
  for (let index = from; index < rows.length; index++) {
    if (rows[index]?.some((cell) => cell !== null && cell !== "" && !isBlankCell(cell))) count++;
  }
  return count;
}

function unused(raw: RawSheet, questions: readonly Question[]): Recognition {
  return {
    table: null,
    source: {
      file: raw.file,
      sheet: raw.name,
      kind: null,
      profile: "plain",
      rows: countFilled(raw.rows, 0),
      usedRows: 0,
      mapping: [],
      unusedHeadings: [],
    },
    questions,
  };
}

function sourceOf(table: MappedTable): SourceSheet {
  const columns = Object.entries(table.columns as Readonly<Record<string, number>>);
  const used = new Set(columns.map(([, column]) => column));
  const rows = countFilled(table.rows, 0);
  return {
    file: table.file,
    sheet: table.sheet,
    kind: table.kind,
    profile: table.profile,
    rows,
    usedRows: rows,
    mapping: columns.map(([field, column]) => ({ field, heading: table.headings[column] ?? "" })),
    unusedHeadings: table.headings.filter((heading, column) => heading !== "" && !used.has(column)),
  };
}

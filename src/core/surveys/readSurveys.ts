import type { TableProblem } from "../analysis/types";
import { parseAmount, plainText, type MappedTable } from "../tables";
import { tableReader, type ReadingSettings, type TableReader } from "../tables/tableReader";
import { scaleOfAnswers, scaleOfHeading } from "./answerScale";
import type { AnswerScale, SurveyAnswer } from "./types";

type Question = "satisfaction" | "recommend" | Attitude;

/** What else surveys ask; each on the scale its heading states, else the smallest that holds the answers. */
const ATTITUDES = ["trust", "priceSensitivity", "choosingTime"] as const;
type Attitude = (typeof ATTITUDES)[number];

/** Answers given in words stand for places on a scale of 5. */
const WORDS: Readonly<Record<string, number>> = {
  非常满意: 5,
  很满意: 5,
  满意: 4,
  比较满意: 4,
  一般: 3,
  不满意: 2,
  不太满意: 2,
  非常不满意: 1,
  很不满意: 1,
  "very satisfied": 5,
  satisfied: 4,
  neutral: 3,
  dissatisfied: 2,
  unsatisfied: 2,
  "very dissatisfied": 1,
  "very unsatisfied": 1,
  很高: 5,
  高: 4,
  较高: 4,
  中: 3,
  中等: 3,
  低: 2,
  较低: 2,
  很低: 1,
  "very high": 5,
  high: 4,
  medium: 3,
  low: 2,
  "very low": 1,
};

/** Willingness to recommend is asked from 0 to 10 unless the heading says otherwise. */
const RECOMMEND_SCALE: AnswerScale = { min: 0, max: 10 };

/**
 * Reads the survey sheets.
 *
 * The scale of satisfaction is the one its heading states, else the smallest that holds the answers
 * (`scaleOfAnswers`); willingness to recommend is 0 to 10 unless its heading states another. An answer
 * beyond the scale is a problem and no answer; a blank one is no answer, never 0. Rows that name
 * nobody are problems, unless the sheet has no customer column at all: then each row is somebody.
 */
export function readSurveys(
  tables: readonly MappedTable<"surveys">[],
  settings: ReadingSettings,
): { readonly answers: readonly SurveyAnswer[]; readonly problems: readonly TableProblem[] } {
  const answers: SurveyAnswer[] = [];
  const problems: TableProblem[] = [];
  tables.forEach((table, tableIndex) => {
    const reader = tableReader(table, settings);
    const named = reader.has("customerId");
    const satisfactionScale =
      headingScale(table, "satisfaction") ?? scaleOfAnswers(readableAnswers(reader, "satisfaction"));
    const recommendScale = headingScale(table, "recommend") ?? RECOMMEND_SCALE;
    const scales = Object.fromEntries(
      ATTITUDES.map((question) => [
        question,
        headingScale(table, question) ?? scaleOfAnswers(readableAnswers(reader, question)),
      ]),
    ) as Readonly<Record<Attitude, AnswerScale>>;
    const attitude = (row: number, question: Attitude): number | null => {
      const value = answer(reader, row, question, scales[question]);
      const { min, max } = scales[question];
      return value === null ? null : (value - min) / (max - min);
    };
    for (let row = 0; row < table.rows.length; row++) {
      if (reader.isBlank(row)) continue;
      const key = named ? reader.key(row, "customerId") : `${String(tableIndex)}:${String(row)}`;
      if (key === "") {
        reader.report(row, "customerId", "noCustomer");
        continue;
      }
      answers.push({
        customerId: reader.id(row, "customerId"),
        customerKey: key,
        answeredOn: reader.day(row, "answeredOn"),
        satisfaction: answer(reader, row, "satisfaction", satisfactionScale),
        satisfactionScale,
        recommend: answer(reader, row, "recommend", recommendScale),
        recommendScale,
        trust: attitude(row, "trust"),
        priceSensitivity: attitude(row, "priceSensitivity"),
        choosingTime: attitude(row, "choosingTime"),
        comment: reader.text(row, "comment"),
      });
    }
    for (const problem of reader.problems) problems.push(problem);
  });
  return { answers, problems };
}

function headingScale(table: MappedTable<"surveys">, question: Question): AnswerScale | null {
  const column = table.columns[question];
  return column === undefined ? null : scaleOfHeading(table.headings[column] ?? "");
}

/** The number in an answer; null: blank; NaN: nothing that can be read as an answer. */
function readAnswer(reader: TableReader<"surveys">, row: number, question: Question): number | null {
  const text = reader.text(row, question);
  if (text === "") return null;
  const plain = plainText(text).toLowerCase();
  const word = WORDS[plain];
  if (word !== undefined) return word;
  const value = parseAmount(plain.replace(/\s*(?:分|星|stars?|points?)$/, ""), null);
  return typeof value === "number" ? value : Number.NaN;
}

function readableAnswers(reader: TableReader<"surveys">, question: Question): number[] {
  const values: number[] = [];
  for (let row = 0; row < reader.table.rows.length; row++) {
    const value = readAnswer(reader, row, question);
    if (value !== null && !Number.isNaN(value)) values.push(value);
  }
  return values;
}

function answer(
  reader: TableReader<"surveys">,
  row: number,
  question: Question,
  scale: AnswerScale,
): number | null {
  const value = readAnswer(reader, row, question);
  if (value === null) return null;
  if (Number.isNaN(value)) {
    reader.report(row, question, "unreadableNumber");
    return null;
  }
  if (value < scale.min || value > scale.max) {
    reader.report(row, question, "outOfScale");
    return null;
  }
  return value;
}

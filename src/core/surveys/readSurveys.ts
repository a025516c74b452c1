import type { TableProblem } from "../analysis/types";
import { parseAmount, plainText, type MappedTable } from "../tables";
import { tableReader, type ReadingSettings, type TableReader } from "../tables/tableReader";
import { scaleOfAnswers, scaleOfHeading } from "./answerScale";
import type { AnswerScale, SurveyAnswer } from "./types";

type Question = "satisfaction" | "recommend" | "walletShare" | Attitude;

/** What else surveys ask; each on the scale its heading states, else the smallest that holds the answers. */
const ATTITUDES = ["trust", "priceSensitivity", "choosingTime", "refusesRivals", "considersRivals"] as const;
type Attitude = (typeof ATTITUDES)[number];
/** Those that surveys also ask as a plain yes or no. */
const STANCES: ReadonlySet<Question> = new Set(["refusesRivals", "considersRivals"]);
const YES_OR_NO: AnswerScale = { min: 0, max: 1 };

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

/** Agreement, on the same scale of 5. */
const AGREEMENT: Readonly<Record<string, number>> = {
  非常同意: 5,
  很同意: 5,
  同意: 4,
  比较同意: 4,
  不同意: 2,
  不太同意: 2,
  非常不同意: 1,
  很不同意: 1,
  "strongly agree": 5,
  agree: 4,
  disagree: 2,
  "strongly disagree": 1,
};

/** A plain yes or no. */
const PLAIN: Readonly<Record<string, 0 | 1>> = {
  是: 1,
  会: 1,
  yes: 1,
  y: 1,
  true: 1,
  否: 0,
  不会: 0,
  no: 0,
  n: 0,
  false: 0,
};

/** Willingness to recommend is asked from 0 to 10 unless the heading says otherwise. */
const RECOMMEND_SCALE: AnswerScale = { min: 0, max: 10 };

/**
 * Reads the survey sheets.
 *
 * The scale of satisfaction is the one its heading states, else the smallest that holds the answers
 * (`scaleOfAnswers`); willingness to recommend is 0 to 10 unless its heading states another. An answer
 * beyond the scale is a problem and no answer; a blank one is no answer, never 0. Questions about rivals
 * are asked both ways, and kept as how firmly rivals are refused; a column of yes and no, or of nothing but 1
 * and 0 with a 0 among them, has these two ends. The share of purchases made here is a per cent, or a fraction
 * where no answer is above 1. Rows that name
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
        headingScale(table, question) ?? scaleOf(question, readableAnswers(reader, question)),
      ]),
    ) as Readonly<Record<Attitude, AnswerScale>>;
    const wholeOf = wholeOfShares(reader);
    const attitude = (row: number, question: Attitude): number | null => {
      const plain = STANCES.has(question)
        ? PLAIN[plainText(reader.text(row, question)).toLowerCase()]
        : undefined;
      if (plain !== undefined) return plain;
      const value = answer(reader, row, question, scales[question]);
      const { min, max } = scales[question];
      return value === null ? null : (value - min) / (max - min);
    };
    const refusal = (row: number): number | null => {
      const refused = attitude(row, "refusesRivals");
      const considered = attitude(row, "considersRivals");
      return refused ?? (considered === null ? null : 1 - considered);
    };
    const walletShare = (row: number): number | null => {
      const max = wholeOf(row);
      const value = answer(reader, row, "walletShare", { min: 0, max });
      return value === null ? null : value / max;
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
        refusesRivals: refusal(row),
        walletShare: walletShare(row),
        comment: reader.text(row, "comment"),
      });
    }
    for (const problem of reader.problems) problems.push(problem);
  });
  return { answers, problems };
}

/** The scale of the answers to a question that states none. */
function scaleOf(question: Attitude, answers: readonly number[]): AnswerScale {
  const isPlain = STANCES.has(question) && answers.includes(0) && answers.every((value) => value <= 1);
  return isPlain ? YES_OR_NO : scaleOfAnswers(answers);
}

/** What the whole is written as: 100 with a per cent sign or where a plain number is above 1, else 1. */
function wholeOfShares(reader: TableReader<"surveys">): (row: number) => 1 | 100 {
  const hasSign = (row: number) => plainText(reader.text(row, "walletShare")).endsWith("%");
  const isPercent = reader.table.rows.some(
    (_, row) => !hasSign(row) && (readAnswer(reader, row, "walletShare") ?? 0) > 1,
  );
  return (row) => (isPercent || hasSign(row) ? 100 : 1);
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
  const word = WORDS[plain] ?? (STANCES.has(question) ? AGREEMENT[plain] : undefined);
  if (word !== undefined) return word;
  const unit = question === "walletShare" ? /\s*%$/ : /\s*(?:分|星|stars?|points?)$/;
  const value = parseAmount(plain.replace(unit, ""), null);
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

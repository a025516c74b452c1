import type { Language } from "../../core/settings";
import type { Parameter, ScalarParameter } from "../arguments/parameter";
import { DEFINITIONS, type FunctionId } from "../definitions";
import type { Definition } from "../definitions/definition";
import type { FunctionEntry, FunctionMetadata } from "./functionMetadata";
import { HELP_FACTS, type Unknowable } from "./helpFacts";
import { helpPattern, helpWord, isHelpWord, type HelpWord } from "./helpWords";

export type HelpLanguage = Language;

const NAMESPACE = "CRM";

/** Path of a function's help page; the pages of a language stand side by side. */
export function helpPath(id: string, language: HelpLanguage): string {
  return language === "zh" ? `help/zh-cn/${id}.html` : `help/${id}.html`;
}

/**
 * The help pages of one language: an index, and a page for every function with its syntax, an example,
 * its arguments, returned columns and what can go wrong, all taken from what the function declares.
 *
 * @throws Error if a function and what it declares do not agree
 */
export function helpPages(metadata: FunctionMetadata, language: HelpLanguage): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  pages.set(helpPath("index", language), indexPage(metadata, language));
  for (const entry of metadata.functions) {
    const { id } = entry;
    if (!isDefined(id)) throw new Error(`${id} is described but not defined`);
    checkArguments(entry, DEFINITIONS[id]);
    pages.set(helpPath(id, language), functionPage(id, entry, language));
  }
  const described = new Set(metadata.functions.map((entry) => entry.id));
  const silent = (Object.keys(DEFINITIONS) as FunctionId[]).filter((id) => !described.has(id));
  if (silent.length > 0) throw new Error(`${silent.join(", ")} defined but not described`);
  return pages;
}

function isDefined(id: string): id is FunctionId {
  return Object.hasOwn(DEFINITIONS, id);
}

/** Names and order of the arguments are written twice, for Excel and for the checks: they must agree. */
function checkArguments(entry: FunctionEntry, definition: Definition): void {
  const described = entry.parameters.map((parameter) => parameter.name).join(", ");
  const declared = Object.keys(definition.parameters).join(", ");
  if (described !== declared) {
    throw new Error(`${entry.id} is described with (${described}) but takes (${declared})`);
  }
}

function indexPage(metadata: FunctionMetadata, language: HelpLanguage): string {
  const rows = metadata.functions.map(
    (entry) => `<tr><th scope="row"><a href="${entry.id}.html">${NAMESPACE}.${entry.id}</a></th>
<td>${escape(entry.description)}</td></tr>`,
  );
  return page(
    language,
    "index",
    helpWord(language, "help.title"),
    `<p>${escape(helpWord(language, "help.lead"))}</p>
<table><tbody>
${rows.join("\n")}
</tbody></table>
<h2>${escape(helpWord(language, "help.conventions"))}</h2>
<ul>
${CONVENTIONS.map((key) => `<li>${escape(helpWord(language, key))}</li>`).join("\n")}
</ul>`,
  );
}

const CONVENTIONS: readonly HelpWord[] = [
  "help.convention.blank",
  "help.convention.heading",
  "help.convention.columns",
  "help.convention.dates",
  "help.convention.language",
  "help.convention.errors",
  "help.convention.privacy",
];

function functionPage(id: FunctionId, entry: FunctionEntry, language: HelpLanguage): string {
  const definition: Definition = DEFINITIONS[id];
  const facts = HELP_FACTS[id];
  const returned =
    facts.columns ?? (definition.columns ?? []).map((column) => `functions.column.${column}` as const);
  const title = `${NAMESPACE}.${id}`;
  const names = entry.parameters.map(({ name, optional }) => (optional ? `[${name}]` : name));
  const section = (key: HelpWord, html: string) => `<h2>${escape(helpWord(language, key))}</h2>\n${html}`;
  const sections = [
    `<p>${escape(entry.description)}</p>`,
    section("help.syntax", `<pre>=${title}(${names.join(", ")})</pre>`),
    section(
      "help.example",
      `<pre>${escape(facts.example)}</pre><p>${escape(helpWord(language, `functions.example.${id}`))}</p>`,
    ),
    section("help.arguments", argumentsTable(entry, language)),
    ...optionsSection(definition, language),
    section("help.returns", `<ul>${returned.map((key) => item(helpWord(language, key))).join("")}</ul>`),
    section("help.errors", errorsTable(definition, facts.unknowable, language)),
  ];
  return page(language, id, title, sections.join("\n"));
}

function argumentsTable(entry: FunctionEntry, language: HelpLanguage): string {
  const rows = entry.parameters.map(
    ({ name, description, optional }) =>
      `<tr><th scope="row">${name}</th><td>${escape(helpWord(language, optional ? "help.optional" : "help.required"))}</td><td>${escape(description)}</td></tr>`,
  );
  return `<table><tbody>\n${rows.join("\n")}\n</tbody></table>`;
}

function optionsSection(definition: Definition, language: HelpLanguage): string[] {
  const { options } = definition.parameters;
  if (options?.kind !== "options") return [];
  const rows = Object.entries(options.names).map(
    ([name, parameter]) =>
      `<tr><th scope="row">${name}</th><td>${escape(optionMeaning(name, language))}</td><td>${escape(valuesOf(parameter, language))}</td></tr>`,
  );
  return [
    `<h2>${escape(helpWord(language, "help.options"))}</h2>
<p>${escape(helpWord(language, "help.optionsLead"))}</p>
<table><tbody>
${rows.join("\n")}
</tbody></table>`,
  ];
}

function optionMeaning(name: string, language: HelpLanguage): string {
  const key = `help.option.${name}`;
  if (!isHelpWord(key)) throw new Error(`option ${name} has no text for its help page`);
  return helpWord(language, key);
}

/** What may stand in an option's cell, with what holds without it. */
function valuesOf(parameter: ScalarParameter, language: HelpLanguage): string {
  switch (parameter.kind) {
    case "number":
      if (parameter.whenBlank === null) return helpWord(language, "help.anyNumber");
      return helpWord(language, parameter.whole ? "help.wholeNumber" : "help.number", {
        default: parameter.whenBlank,
      });
    case "choice":
      return helpWord(language, "help.choice", {
        choices: parameter.choices.join(", "),
        default: parameter.whenBlank ?? helpWord(language, "help.none"),
      });
    case "switch":
      return helpWord(language, "help.switch", { default: parameter.whenBlank ? "TRUE" : "FALSE" });
    case "cuts":
      return helpWord(language, "help.cuts");
    case "moment":
      return helpWord(language, "help.moment");
    case "text":
      return helpWord(language, "help.text");
  }
}

function errorsTable(
  definition: Definition,
  unknowable: readonly Unknowable[],
  language: HelpLanguage,
): string {
  const rows: [string, string][] = [];
  for (const [name, parameter] of Object.entries(definition.parameters)) {
    for (const sentence of sentencesOf(name, parameter, language)) rows.push(["#VALUE!", sentence]);
  }
  for (const code of unknowable) {
    rows.push(["#N/A", helpPattern(language, `functions.unknowable.${code}`)]);
  }
  return `<table><tbody>\n${rows
    .map(([code, sentence]) => `<tr><th scope="row">${code}</th><td>${escape(sentence)}</td></tr>`)
    .join("\n")}\n</tbody></table>`;
}

/** The sentences an argument can be refused with, with … where the call's own figures stand. */
function sentencesOf(name: string, parameter: Parameter, language: HelpLanguage): string[] {
  const argument = name;
  const value = "…";
  const sentence = (key: HelpWord, holes: Readonly<Record<string, string | number>>) =>
    helpWord(language, key, { argument, value, ...holes });
  switch (parameter.kind) {
    case "range":
      return parameter.sameRowsAs === undefined
        ? parameter.optional
          ? []
          : [sentence("functions.invalid.missingRange", {})]
        : [
            sentence("functions.invalid.rowCount", {
              rows: value,
              other: parameter.sameRowsAs,
              otherRows: value,
            }),
          ];
    case "numbers":
    case "number": {
      const { min, max } = parameter;
      const above = parameter.kind === "number" ? parameter.above : undefined;
      if (min !== undefined && max !== undefined) {
        return [sentence("functions.invalid.outOfRange", { min, max })];
      }
      if (min !== undefined) return [sentence("functions.invalid.tooSmall", { min })];
      if (above !== undefined) return [sentence("functions.invalid.notAbove", { above })];
      return [sentence("functions.invalid.notNumber", {})];
    }
    case "choice":
      return [sentence("functions.invalid.notChoice", { choices: parameter.choices.join(", ") })];
    case "switch":
      return [sentence("functions.invalid.notSwitch", {})];
    case "moment":
      return [sentence("functions.invalid.notDate", {})];
    case "options":
      return [
        sentence("functions.invalid.unknownOption", { known: Object.keys(parameter.names).join(", ") }),
      ];
    case "text":
      return parameter.required ? [sentence("functions.invalid.missingText", {})] : [];
    case "cuts":
    case "words":
      return [];
  }
}

const item = (text: string) => `<li>${escape(text)}</li>`;

function page(language: HelpLanguage, id: string, title: string, body: string): string {
  const up = language === "zh" ? "../../" : "../";
  const other = language === "zh" ? `../${id}.html` : `zh-cn/${id}.html`;
  const index =
    id === "index" ? "" : `<a href="index.html">${escape(helpWord(language, "help.allFunctions"))}</a> `;
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} · Tenure</title>
<link rel="icon" href="${up}assets/icon-32.png">
<link rel="stylesheet" href="${up}help.css">
</head>
<body>
<nav>${index}<a href="${other}">${escape(helpWord(language, "help.otherLanguage"))}</a></nav>
<main>
<h1>${escape(title)}</h1>
${wholeDates(body)}
</main>
</body>
</html>
`;
}

/** Keeps dates on one line: a browser may end a line at each of their hyphens. */
const wholeDates = (html: string): string =>
  html.replace(/\d{4}-\d{2}-\d{2}/g, `<span class="whole">$&</span>`);

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

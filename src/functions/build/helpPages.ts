import type { Language } from "../../core/settings";
import type { Parameter, ScalarParameter } from "../arguments/parameter";
import { DEFINITIONS, type FunctionId } from "../definitions";
import type { Definition } from "../definitions/definition";
import { isWord, pattern, word, type Word } from "../words";
import type { FunctionEntry, FunctionMetadata } from "./functionMetadata";

export type HelpLanguage = Language;

const NAMESPACE = "CRM";

/** Path of a function's help page; the pages of a language stand side by side. */
export function helpPath(id: string, language: HelpLanguage): string {
  return language === "zh" ? `help/zh-cn/${id}.html` : `help/${id}.html`;
}

/**
 * The help pages of one language: an index, and a page for every function with its syntax, arguments,
 * returned columns, an example and what can go wrong, all taken from what the function declares.
 *
 * @throws Error if a function and what it declares do not agree
 */
export function helpPages(metadata: FunctionMetadata, language: HelpLanguage): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  pages.set(helpPath("index", language), indexPage(metadata, language));
  for (const entry of metadata.functions) {
    const definition = (DEFINITIONS as Readonly<Record<string, Definition>>)[entry.id];
    if (definition === undefined) throw new Error(`${entry.id} is described but not defined`);
    checkArguments(entry, definition);
    pages.set(helpPath(entry.id, language), functionPage(entry, definition, language));
  }
  const described = new Set(metadata.functions.map((entry) => entry.id));
  const silent = (Object.keys(DEFINITIONS) as FunctionId[]).filter((id) => !described.has(id));
  if (silent.length > 0) throw new Error(`${silent.join(", ")} defined but not described`);
  return pages;
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
    word(language, "help.title"),
    `<p>${escape(word(language, "help.lead"))}</p>
<table><tbody>
${rows.join("\n")}
</tbody></table>
<h2>${escape(word(language, "help.conventions"))}</h2>
<ul>
${CONVENTIONS.map((key) => `<li>${escape(word(language, key))}</li>`).join("\n")}
</ul>`,
  );
}

const CONVENTIONS: readonly Word[] = [
  "help.convention.blank",
  "help.convention.heading",
  "help.convention.columns",
  "help.convention.dates",
  "help.convention.language",
  "help.convention.errors",
  "help.convention.privacy",
];

function functionPage(entry: FunctionEntry, definition: Definition, language: HelpLanguage): string {
  const title = `${NAMESPACE}.${entry.id}`;
  const names = entry.parameters.map(({ name, optional }) => (optional ? `[${name}]` : name));
  const section = (key: Word, html: string) => `<h2>${escape(word(language, key))}</h2>\n${html}`;
  const sections = [
    `<p>${escape(entry.description)}</p>`,
    section("help.syntax", `<pre>=${title}(${names.join(", ")})</pre>`),
    section("help.arguments", argumentsTable(entry, language)),
    ...optionsSection(definition, language),
    section(
      "help.returns",
      `<ul>${definition.columns.map((key) => item(word(language, key))).join("")}</ul>`,
    ),
    section(
      "help.example",
      `<pre>${escape(definition.example.formula)}</pre><p>${escape(word(language, definition.example.shows))}</p>`,
    ),
    section("help.errors", errorsTable(definition, language)),
  ];
  return page(language, entry.id, title, sections.join("\n"));
}

function argumentsTable(entry: FunctionEntry, language: HelpLanguage): string {
  const rows = entry.parameters.map(
    ({ name, description, optional }) =>
      `<tr><th scope="row">${name}</th><td>${escape(word(language, optional ? "help.optional" : "help.required"))}</td><td>${escape(description)}</td></tr>`,
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
    `<h2>${escape(word(language, "help.options"))}</h2>
<p>${escape(word(language, "help.optionsLead"))}</p>
<table><tbody>
${rows.join("\n")}
</tbody></table>`,
  ];
}

function optionMeaning(name: string, language: HelpLanguage): string {
  const key = `help.option.${name}`;
  if (!isWord(key)) throw new Error(`option ${name} has no text for its help page`);
  return word(language, key);
}

/** What may stand in an option's cell, with what holds without it. */
function valuesOf(parameter: ScalarParameter, language: HelpLanguage): string {
  switch (parameter.kind) {
    case "number":
      return word(language, parameter.whole ? "help.wholeNumber" : "help.number", {
        default: parameter.whenBlank ?? word(language, "help.none"),
      });
    case "choice":
      return word(language, "help.choice", {
        choices: parameter.choices.join(", "),
        default: parameter.whenBlank ?? word(language, "help.none"),
      });
    case "switch":
      return word(language, "help.switch", { default: parameter.whenBlank ? "TRUE" : "FALSE" });
    case "cuts":
      return word(language, "help.cuts");
    case "moment":
      return word(language, "help.moment");
    case "text":
      return word(language, "help.text");
  }
}

function errorsTable(definition: Definition, language: HelpLanguage): string {
  const rows: [string, string][] = [];
  for (const [name, parameter] of Object.entries(definition.parameters)) {
    for (const sentence of sentencesOf(name, parameter, language)) rows.push(["#VALUE!", sentence]);
  }
  for (const key of definition.unknowable ?? []) rows.push(["#N/A", pattern(language, key)]);
  return `<table><tbody>\n${rows
    .map(([code, sentence]) => `<tr><th scope="row">${code}</th><td>${escape(sentence)}</td></tr>`)
    .join("\n")}\n</tbody></table>`;
}

/** The sentences an argument can be refused with, with … where the call's own figures stand. */
function sentencesOf(name: string, parameter: Parameter, language: HelpLanguage): string[] {
  const argument = name;
  const value = "…";
  const sentence = (key: Word, holes: Readonly<Record<string, string | number>>) =>
    word(language, key, { argument, value, ...holes });
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
    case "number": {
      const { min, max, above } = parameter;
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
    case "cuts":
    case "text":
    case "words":
      return [];
  }
}

const item = (text: string) => `<li>${escape(text)}</li>`;

function page(language: HelpLanguage, id: string, title: string, body: string): string {
  const up = language === "zh" ? "../../" : "../";
  const other = language === "zh" ? `../${id}.html` : `zh-cn/${id}.html`;
  const index =
    id === "index" ? "" : `<a href="index.html">${escape(word(language, "help.allFunctions"))}</a> `;
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
<nav>${index}<a href="${other}">${escape(word(language, "help.otherLanguage"))}</a></nav>
<main>
<h1>${escape(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

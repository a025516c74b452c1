import { generateCustomFunctionsMetadata } from "custom-functions-metadata";

/** The metadata of one language, as Excel reads it. */
export interface FunctionMetadata {
  readonly allowCustomDataForDataTypeAny: boolean;
  readonly allowErrorForDataTypeAny: boolean;
  readonly functions: readonly FunctionEntry[];
}

export interface FunctionEntry {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly ParameterEntry[];
  readonly result: { readonly type?: string; readonly dimensionality?: string };
}

export interface ParameterEntry {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
}

/** Texts of one function in another language; the name stays, so that formulas work everywhere. */
export interface FunctionTexts {
  readonly description: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * Metadata of the functions that a source file declares, with what the generator cannot do itself:
 * error cells reach the functions, and every function has a help page.
 *
 * @param helpUrl - address of the help page of a function
 * @throws Error listing what the file declares wrongly
 */
export async function functionMetadata(
  sourceFile: string,
  helpUrl: (id: string) => string,
): Promise<FunctionMetadata> {
  const generated = await generateCustomFunctionsMetadata(sourceFile);
  if (generated.errors.length > 0) throw new Error(generated.errors.join("\n"));
  const parsed = JSON.parse(generated.metadataJson) as { functions: readonly FunctionEntry[] };
  for (const { id, description, parameters } of parsed.functions) {
    const silent = parameters.find((parameter) => !parameter.description);
    if (!description) throw new Error(`${id} has no description`);
    if (silent) throw new Error(`argument ${silent.name} of ${id} has no description`);
  }
  return {
    allowCustomDataForDataTypeAny: true,
    allowErrorForDataTypeAny: true,
    functions: parsed.functions.map((entry) => ({ ...entry, helpUrl: helpUrl(entry.id) })),
  };
}

/**
 * The same functions, ids, names and arguments, described in another language.
 *
 * @throws Error listing every function or argument without a text, and every text without one
 */
export function translated(
  metadata: FunctionMetadata,
  texts: Readonly<Record<string, FunctionTexts>>,
  helpUrl: (id: string) => string,
): FunctionMetadata {
  const faults: string[] = [];
  const ids = new Set(metadata.functions.map((entry) => entry.id));
  for (const id of Object.keys(texts)) if (!ids.has(id)) faults.push(`${id} is translated but not declared`);
  const functions = metadata.functions.map((entry) => {
    const text = texts[entry.id];
    if (!text?.description) faults.push(`${entry.id} has no translation`);
    const names = new Set(entry.parameters.map((parameter) => parameter.name));
    for (const name of Object.keys(text?.parameters ?? {})) {
      if (!names.has(name)) faults.push(`${entry.id} has no argument ${name}`);
    }
    return {
      ...entry,
      description: text?.description ?? "",
      helpUrl: helpUrl(entry.id),
      parameters: entry.parameters.map((parameter) => {
        const description = text?.parameters[parameter.name];
        if (!description) faults.push(`argument ${parameter.name} of ${entry.id} has no translation`);
        return { ...parameter, description: description ?? "" };
      }),
    };
  });
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return { ...metadata, functions };
}

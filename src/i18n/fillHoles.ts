/**
 * A sentence with its {holes} filled.
 *
 * @throws Error if a hole of the sentence is not filled: a gap in a sentence is a mistake in the code.
 */
export function fillHoles(sentence: string, holes: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = holes[name];
    if (value === undefined) throw new Error(`no value for {${name}} in "${sentence}"`);
    return String(value);
  });
}

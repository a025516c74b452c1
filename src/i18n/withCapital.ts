/** A phrase that stands alone, with a capital first letter where its script has them. */
export function withCapital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

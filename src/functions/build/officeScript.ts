/** Where Office.js is loaded from; tenants of the cloud operated by 21Vianet reach the second only. */
const OFFICE_SCRIPTS: Readonly<Record<string, string>> = {
  microsoft: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  "21vianet": "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
};

/**
 * The task pane's page with the address of Office.js put in, and its origin as the only foreign one that the
 * page's policy lets in.
 *
 * @param given - OFFICE_CDN; undefined or blank: Microsoft's own
 * @throws Error for a network nobody knows
 */
export function withOfficeScript(html: string, given: string | undefined): string {
  const name = given?.trim().toLowerCase() || "microsoft";
  const script = OFFICE_SCRIPTS[name];
  if (script === undefined) {
    throw new Error(`OFFICE_CDN must be one of ${Object.keys(OFFICE_SCRIPTS).join(", ")}, not "${given}"`);
  }
  return html.replaceAll("{{OFFICE_JS}}", script).replaceAll("{{OFFICE_ORIGIN}}", new URL(script).origin);
}

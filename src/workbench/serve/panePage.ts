/** Where the server hands out the library and the script that leads it to the grid. */
export const OFFICE_PATH = "/office/office.js";
export const BRIDGE_PATH = "/page/bridge.js";

/**
 * The built task pane's page for use beside the grid: Office.js comes from this machine instead of
 * Microsoft's network, and before it the script that puts the grid in Excel's place.
 *
 * Everything else, the page's strict policy included, stays as it ships; the policy loses the one foreign
 * origin it had.
 *
 * @throws Error if the page has no Office.js to replace: showing it would prove nothing
 */
export function panePage(html: string): string {
  // The build may have taken the quotes away.
  const tag = /<script id="?office"? src="?(https:\/\/[^"\s>]+)/.exec(html);
  const address = tag?.[1];
  if (address === undefined) throw new Error("taskpane.html loads no Office.js");
  return html
    .replaceAll(address, OFFICE_PATH)
    .replaceAll(` ${new URL(address).origin}`, "")
    .replace("<head>", `<head>\n    <script src="${BRIDGE_PATH}"></script>`);
}

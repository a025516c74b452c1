/** Where the add-in is served while it is being worked on; manifest.xml is written with it. */
export const LOCAL_URL = "https://localhost:3000";

/**
 * The address the add-in will be served from, without a trailing slash.
 *
 * @param given - ADDIN_URL; undefined or blank: the local address
 * @throws Error if it is no plain https address
 */
export function addinUrl(given: string | undefined): string {
  const text = given?.trim() ?? "";
  if (text === "") return LOCAL_URL;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (
    url === null ||
    url.protocol !== "https:" ||
    url.search !== "" ||
    url.hash !== "" ||
    url.username !== ""
  ) {
    throw new Error(`ADDIN_URL must be an https address such as https://addin.example.com, not "${text}"`);
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}

/**
 * Puts the address into a text written for the local one.
 *
 * @throws Error if a localhost is left although another address was given
 */
export function withAddinUrl(text: string, url: string, file: string): string {
  const placed = text.split(LOCAL_URL).join(url);
  if (url !== LOCAL_URL && /localhost|127\.0\.0\.1/i.test(placed)) {
    throw new Error(`${file} still names localhost after ADDIN_URL was put in`);
  }
  return placed;
}

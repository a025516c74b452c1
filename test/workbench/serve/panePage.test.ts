import { panePage } from "../../../src/workbench/serve/panePage";

const CDN = "https://appsforoffice.microsoft.com";
const AS_WRITTEN = `<html><head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' ${CDN}; connect-src 'self' ${CDN}" />
<script src="taskpane.js" defer></script>
<script id="office" src="${CDN}/lib/1/hosted/office.js" defer></script></head></html>`;
const AS_BUILT = AS_WRITTEN.replaceAll('"office"', "office").replace(/src="([^"]+)"/g, "src=$1");

test.each([
  { name: "as it is written", html: AS_WRITTEN },
  { name: "as the build leaves it, without quotes", html: AS_BUILT },
])("the pane's page takes Office.js from this server and nothing from elsewhere: $name", ({ html }) => {
  const page = panePage(html);
  expect(page).not.toContain("https://");
  expect(page).toMatch(/id="?office"? src="?\/office\/office\.js"?/);
  expect(page).toContain("default-src 'none'; script-src 'self'; connect-src 'self'");
});

test("the script that leads to the grid runs before all others", () => {
  const scripts = [...panePage(AS_WRITTEN).matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src]) => src);
  expect(scripts).toEqual(["/page/bridge.js", "taskpane.js", "/office/office.js"]);
});

test("a page without Office.js is refused", () => {
  expect(() => panePage("<html><head></head></html>")).toThrow("loads no Office.js");
});

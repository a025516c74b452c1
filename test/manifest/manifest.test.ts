import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { COMMAND_NAMES } from "../../src/commands/commandNames";
import { REQUIRED_SETS } from "../../src/taskpane/host/requiredSets";
import { addinFiles } from "../../src/functions/build/addinFilesPlugin";
import { lintManifest, type ManifestWorld } from "./lintManifest";

const root = join(__dirname, "../..");
const source = readFileSync(join(root, "manifest.xml"), "utf8");

/** The files of a build for an address: those the build step writes, the icons, and the two bundles. */
async function built(
  addinUrl: string,
): Promise<{ files: ReadonlyMap<string, string>; world: ManifestWorld }> {
  const files = await addinFiles({ root, env: { ADDIN_URL: addinUrl } });
  const bundles = new Set(["functions.js", "taskpane.js"]);
  const file = (path: string): Buffer | null => {
    const text = files.get(path);
    if (text !== undefined) return Buffer.from(text);
    if (bundles.has(path)) return Buffer.from("");
    if (path === "shortcuts.json") return readFileSync(join(root, "src/commands/shortcuts.json"));
    const icon = join(root, path);
    return path.startsWith("assets/") && existsSync(icon) ? readFileSync(icon) : null;
  };
  return { files, world: { url: addinUrl || "https://localhost:3000", file, actions: COMMAND_NAMES } };
}

describe("the built manifest", () => {
  test.each([
    ["for the local address", ""],
    ["for a host", "https://addin.example.com"],
    ["for a folder of a host", "https://www.example.com/tools/tenure"],
  ])("has no fault %s", async (_, url) => {
    const { files, world } = await built(url);
    expect(lintManifest(files.get("manifest.xml") ?? "", world)).toEqual([]);
  });

  test("leaves no localhost in any file once ADDIN_URL is given", async () => {
    const { files } = await built("https://addin.example.com");
    for (const [name, text] of files)
      expect({ name, local: /localhost/i.test(text) }).toEqual({ name, local: false });
  });

  test("is versioned like the package", () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    expect(source).toContain(`<Version>${version}.0</Version>`);
  });
});

test("the manifest asks for the requirement sets the pane checks for, and no others", () => {
  const asked = [...source.matchAll(/<Set Name="(\w+)" MinVersion="([\d.]+)"/g)].map(([, name, version]) => ({
    name,
    version,
  }));
  expect(asked).toEqual(REQUIRED_SETS);
});

describe("ADDIN_URL", () => {
  test.each(["http://addin.example.com", "addin.example.com", "https://addin.example.com/?x=1", "ftp://x"])(
    "%s is refused",
    async (url) => {
      await expect(addinFiles({ root, env: { ADDIN_URL: url } })).rejects.toThrow(/must be an https address/);
    },
  );

  test("a trailing slash makes no difference", async () => {
    const one = await addinFiles({ root, env: { ADDIN_URL: "https://addin.example.com" } });
    const two = await addinFiles({ root, env: { ADDIN_URL: "https://addin.example.com/" } });
    expect(two.get("manifest.xml")).toBe(one.get("manifest.xml"));
  });
});

describe("OFFICE_CDN", () => {
  test.each([
    [undefined, "https://appsforoffice.microsoft.com/"],
    ["21vianet", "https://appsforoffice.cdn.partner.office365.cn/"],
  ])("%s loads Office.js from %s and lets in no other foreign origin", async (cdn, origin) => {
    const page = (await addinFiles({ root, env: { OFFICE_CDN: cdn } })).get("taskpane.html") ?? "";
    const origins = [...page.matchAll(/https:\/\/[^/"'; ]+/g)].map((match) => `${match[0]}/`);
    expect(new Set(origins)).toEqual(new Set([origin]));
  });

  test("an unknown network fails the build", async () => {
    await expect(addinFiles({ root, env: { OFFICE_CDN: "mars" } })).rejects.toThrow(
      /OFFICE_CDN must be one of/,
    );
  });
});

describe("the lint finds", () => {
  const faults: readonly [string, string | RegExp, string, RegExp][] = [
    ["an id that is no GUID", "<Id>23ce9430-", "<Id>23ce-", /Id is no GUID/],
    ["a short version", /<Version>[^<]*/, "<Version>0.1", /Version is not a.b.c.d/],
    [
      "a dangling resid",
      'resid="Group.Label"',
      'resid="Group.Name"',
      /resid Group.Name of Label is not defined/,
    ],
    [
      "a resid of the wrong kind",
      '<Label resid="Group.Label"/>',
      '<Label resid="OpenPane.Tip"/>',
      /not ShortStrings/,
    ],
    [
      "a resource defined twice",
      'bt:String id="Tab.Label"',
      'bt:String id="Group.Label"',
      /Group.Label is defined twice/,
    ],
    [
      "an address without https",
      "https://localhost:3000/functions.js",
      "http://localhost:3000/functions.js",
      /not https/,
    ],
    [
      "a second host",
      "https://localhost:3000/functions.js",
      "https://cdn.example.com/functions.js",
      /not under/,
    ],
    ["a page that does not exist", "help/zh-cn/index.html", "help/zh/index.html", /does not exist/],
    [
      "elements in the wrong order",
      /(<Script>[\s\S]*?<\/Script>)(\s*)(<Page>[\s\S]*?<\/Page>)/,
      "$3$2$1",
      /Script comes too late in ExtensionPoint/,
    ],
    [
      "an element in the wrong place",
      "<Runtimes>",
      "<Runtimes/><Enabled/><Runtimes>",
      /Enabled is not allowed in Host/,
    ],
    [
      "a missing translation",
      /<bt:Override Locale="zh-CN" Value="帮助"\/>/,
      "",
      /Help.Label has no zh-CN override/,
    ],
    [
      "an Override of the wrong namespace",
      '<bt:Override Locale="zh-CN" Value="客户"',
      '<Override Locale="zh-CN" Value="客户"',
      /same namespace/,
    ],
    [
      "a text that is too long",
      'DefaultValue="Customers"',
      `DefaultValue="${"x".repeat(126)}"`,
      /longer than 125/,
    ],
    ["an icon of the wrong size", "assets/icon-80.png", "assets/icon-64.png", /is 64 x 64, not 80 x 80/],
    ["an icon that does not exist", "assets/help-16.png", "assets/help-17.png", /help-17.png does not exist/],
    [
      "another page for the functions",
      '<FunctionFile resid="Taskpane.Url"/>',
      '<FunctionFile resid="Help.Url"/>',
      /Runtime, Page and FunctionFile differ/,
    ],
    [
      "a button that nothing answers",
      ">openHelp<",
      ">openReport<",
      /no code answers the button action openReport/,
    ],
    [
      "a missing requirement set",
      /<Set Name="SharedRuntime"[^>]*>/,
      "",
      /requirement set SharedRuntime 1.1 is missing/,
    ],
    ["a control id used twice", 'id="Tenure.Help"', 'id="Tenure.OpenPane"', /used twice/],
    ["shortcuts in a file that does not exist", "shortcuts.json", "keys.json", /keys.json does not exist/],
    ["shortcuts in a file that is none", "shortcuts.json", "functions.js", /functions.js is not JSON/],
    [
      "shortcuts in the wrong place",
      /(<Permissions>[\s\S]*?<\/Permissions>)([\s\S]*)(\s*<ExtendedOverrides[^>]*>)/,
      "$3$1$2",
      /Permissions comes too late/,
    ],
    ["broken XML", "</Hosts>", "", /not XML/],
  ];

  test.each(faults)("%s", async (_, before, after, fault) => {
    const { world } = await built("");
    const broken = source.replace(before, after);
    expect(broken).not.toBe(source);
    expect(lintManifest(broken, world).join("\n")).toMatch(fault);
  });

  const shortcutFaults: readonly [string, string, string, RegExp][] = [
    ["an action nothing answers", '"id": "refreshReport"', '"id": "refresh"', /no code answers the shortcut/],
    ["a shortcut without its action", '"action": "refreshReport"', '"action": "x"', /names no action/],
    ["Shift as the only modifier", "Ctrl+Alt+Shift+R", "Shift+R", /no key combination Office takes/],
    ["two keys", "Ctrl+Alt+Shift+R", "Ctrl+R+G", /no key combination Office takes/],
    ["keys used twice", "Ctrl+Alt+Shift+R", "Ctrl+Alt+Shift+G", /used twice/],
  ];

  test.each(shortcutFaults)("among the shortcuts, %s", async (_, before, after, fault) => {
    const { world } = await built("");
    const shortcuts = world.file("shortcuts.json")?.toString("utf8") ?? "";
    const broken = shortcuts.replace(before, after);
    expect(broken).not.toBe(shortcuts);
    const file = (path: string) => (path === "shortcuts.json" ? Buffer.from(broken) : world.file(path));
    expect(lintManifest(source, { ...world, file }).join("\n")).toMatch(fault);
  });

  test("a localhost that was left behind", async () => {
    const { world } = await built("https://addin.example.com");
    expect(lintManifest(source, world).join("\n")).toMatch(/names localhost/);
  });
});

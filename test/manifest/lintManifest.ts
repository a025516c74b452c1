import { DOMParser, type Element, type Node } from "@xmldom/xmldom";

export interface ManifestWorld {
  /** Address the add-in is served from, without trailing slash. */
  readonly url: string;
  /** A file under that address; null: there is none. */
  readonly file: (path: string) => Buffer | null;
  /** Names given to Office.actions.associate. */
  readonly actions: readonly string[];
}

/**
 * Faults of a manifest that can be seen without Microsoft's service; none means that every rule below held.
 *
 * The order of elements follows the published schema of add-in-only manifests ([MS-OWEMXML]); a dangling
 * `resid` passes that schema, so the references are followed here.
 */
export function lintManifest(xml: string, world: ManifestWorld): string[] {
  const faults: string[] = [];
  let root: Element | null;
  try {
    root = new DOMParser({
      onError: (_level, message) => {
        throw new Error(message);
      },
    }).parseFromString(xml, "text/xml").documentElement;
  } catch (error) {
    return [`not XML: ${(error as Error).message}`];
  }
  if (root?.localName !== "OfficeApp") return ["the root is not OfficeApp"];
  const all = descendants(root);
  for (const rule of RULES) rule(root, all, world, (fault) => faults.push(fault));
  return faults;
}

type Rule = (
  root: Element,
  all: readonly Element[],
  world: ManifestWorld,
  report: (fault: string) => void,
) => void;

/** Children of an element in the order the schema wants; by name, or by name and xsi:type. */
const CHILD_ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    "Id",
    "AlternateId",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "AppDomains",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "VersionOverrides",
    "ExtendedOverrides",
  ],
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources", "WebApplicationInfo"],
  Host: ["Runtimes", "AllFormFactors", "DesktopFormFactor", "MobileFormFactor"],
  AllFormFactors: ["ExtensionPoint"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  "ExtensionPoint CustomFunctions": ["Script", "Page", "Metadata", "Namespace"],
  "ExtensionPoint PrimaryCommandSurface": ["OfficeTab", "CustomTab"],
  CustomTab: ["OverriddenByRibbonApi", "Group", "OfficeGroup", "Label", "InsertAfter", "InsertBefore"],
  Group: ["OverriddenByRibbonApi", "Label", "Icon", "Tooltip", "Control"],
  Control: ["OverriddenByRibbonApi", "Label", "ToolTip", "Supertip", "Icon", "Action", "Enabled"],
  Supertip: ["Title", "Description"],
  Action: ["TaskpaneId", "SourceLocation", "FunctionName", "Title"],
  Resources: ["Images", "Urls", "ShortStrings", "LongStrings"],
};

/** Which kind of resource an element may point at. */
const RESID_KINDS: Readonly<Record<string, string>> = {
  Image: "Images",
  SourceLocation: "Urls",
  LearnMoreUrl: "Urls",
  FunctionFile: "Urls",
  Runtime: "Urls",
  Label: "ShortStrings",
  Title: "ShortStrings",
  Namespace: "ShortStrings",
  Description: "LongStrings",
};

const LONGEST: Readonly<Record<string, number>> = {
  ShortStrings: 125,
  LongStrings: 250,
  DisplayName: 125,
  Description: 250,
};

const LEAST_SETS: Readonly<Record<string, string>> = {
  SharedRuntime: "1.1",
  CustomFunctionsRuntime: "1.2",
  ExcelApi: "1.9",
};

const RULES: readonly Rule[] = [
  identity,
  requirementSets,
  elementOrder,
  references,
  uniqueIds,
  texts,
  translations,
  addresses,
  icons,
  sharedRuntime,
  actionNames,
  shortcuts,
];

function identity(
  root: Element,
  _all: readonly Element[],
  _world: ManifestWorld,
  report: (f: string) => void,
): void {
  const text = (name: string) => child(root, name)?.textContent?.trim() ?? "";
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text("Id"))) report(`Id is no GUID: ${text("Id")}`);
  if (!/^\d{1,5}(\.\d{1,5}){3}$/.test(text("Version"))) report(`Version is not a.b.c.d: ${text("Version")}`);
  if (text("ProviderName") === "") report("ProviderName is missing");
  if (text("DefaultLocale") !== "en-US") report("DefaultLocale is not en-US");
  if (root.getAttribute("xsi:type") !== "TaskPaneApp") report("OfficeApp is no TaskPaneApp");
}

function requirementSets(
  _root: Element,
  all: readonly Element[],
  _world: ManifestWorld,
  report: (f: string) => void,
): void {
  const sets = new Map(
    all.filter(named("Set")).map((set) => [set.getAttribute("Name"), set.getAttribute("MinVersion")]),
  );
  for (const [name, version] of Object.entries(LEAST_SETS)) {
    if (sets.get(name) !== version) report(`requirement set ${name} ${version} is missing`);
  }
}

function elementOrder(
  root: Element,
  all: readonly Element[],
  _world: ManifestWorld,
  report: (f: string) => void,
): void {
  for (const parent of [root, ...all]) {
    const type = parent.getAttribute("xsi:type");
    const order = CHILD_ORDER[`${parent.localName} ${type}`] ?? CHILD_ORDER[parent.localName ?? ""];
    if (order === undefined) continue;
    let last = 0;
    for (const item of children(parent)) {
      const place = order.indexOf(item.localName ?? "");
      if (place < 0) report(`${item.localName} is not allowed in ${parent.localName}`);
      else if (place < last) report(`${item.localName} comes too late in ${parent.localName}`);
      last = Math.max(last, place);
    }
  }
}

function references(
  _root: Element,
  all: readonly Element[],
  _world: ManifestWorld,
  report: (f: string) => void,
): void {
  const defined = new Map<string, string>();
  for (const resource of resources(all)) {
    const id = resource.getAttribute("id") ?? "";
    if (defined.has(id)) report(`resource ${id} is defined twice`);
    if (id.length > 32) report(`resource id ${id} is longer than 32 characters`);
    defined.set(id, (resource.parentNode as Element).localName ?? "");
  }
  const used = new Set<string>();
  for (const item of all) {
    const resid = item.getAttribute("resid");
    if (!resid) continue;
    used.add(resid);
    const kind = defined.get(resid);
    const wanted = RESID_KINDS[item.localName ?? ""];
    if (kind === undefined) report(`resid ${resid} of ${item.localName} is not defined`);
    else if (kind !== wanted) report(`resid ${resid} of ${item.localName} is in ${kind}, not ${wanted}`);
  }
  for (const id of defined.keys()) if (!used.has(id)) report(`resource ${id} is never used`);
}

function uniqueIds(
  _root: Element,
  all: readonly Element[],
  _world: ManifestWorld,
  report: (f: string) => void,
): void {
  const seen = new Set<string>();
  for (const item of all.filter((element) =>
    ["CustomTab", "Group", "Control"].includes(element.localName ?? ""),
  )) {
    const id = item.getAttribute("id") ?? "";
    if (id === "" || seen.has(id)) report(`${item.localName} id "${id}" is missing or used twice`);
    seen.add(id);
  }
}

function texts(
  root: Element,
  all: readonly Element[],
  _world: ManifestWorld,
  report: (f: string) => void,
): void {
  const check = (name: string, kind: string, element: Element) => {
    for (const [attribute, holder] of [
      ["DefaultValue", element],
      ...children(element).map((override) => ["Value", override] as const),
    ] as const) {
      const text = holder.getAttribute(attribute) ?? "";
      const longest = LONGEST[kind] ?? 0;
      if (text === "") report(`${name} has an empty text`);
      if (text.length > longest) report(`${name} is longer than ${longest} characters`);
    }
  };
  for (const name of ["DisplayName", "Description"]) {
    const element = child(root, name);
    if (element === null) report(`${name} is missing`);
    else check(name, name, element);
  }
  for (const resource of resources(all)) {
    const kind = (resource.parentNode as Element).localName ?? "";
    if (kind in LONGEST) check(resource.getAttribute("id") ?? "", kind, resource);
  }
}

function translations(
  root: Element,
  all: readonly Element[],
  _world: ManifestWorld,
  report: (f: string) => void,
): void {
  const metadata = all.find(named("Metadata"));
  const metadataUrl = metadata ? child(metadata, "SourceLocation")?.getAttribute("resid") : null;
  const translatable = [
    ...["DisplayName", "Description", "SupportUrl"].map((name) => child(root, name)),
    ...resources(all).filter(
      (resource) => resource.localName === "String" || resource.getAttribute("id") === metadataUrl,
    ),
  ];
  for (const element of translatable) {
    if (element === null) continue;
    const name = element.getAttribute("id") ?? element.localName;
    if (!children(element).some((override) => override.getAttribute("Locale") === "zh-CN")) {
      report(`${name} has no zh-CN override`);
    }
  }
  // Office does not load a manifest with a bare Override inside a bt: element.
  for (const override of all.filter(named("Override"))) {
    const parent = override.parentNode as Element;
    if (override.namespaceURI !== parent.namespaceURI) {
      report(`Override in ${parent.nodeName} must be of the same namespace`);
    }
  }
}

function addresses(
  _root: Element,
  all: readonly Element[],
  world: ManifestWorld,
  report: (f: string) => void,
): void {
  for (const element of all) {
    for (const attribute of ["DefaultValue", "Value", "Url"]) {
      const text = element.getAttribute(attribute);
      if (!text || !/^[a-z]+:\/\//i.test(text)) continue;
      if (!text.startsWith("https://")) report(`${text} is not https`);
      if (!text.startsWith(`${world.url}/`)) report(`${text} is not under ${world.url}`);
      else if (world.file(text.slice(world.url.length + 1)) === null) report(`${text} does not exist`);
      if (/localhost/i.test(text) && !/localhost/i.test(world.url)) report(`${text} names localhost`);
    }
  }
}

function icons(
  root: Element,
  all: readonly Element[],
  world: ManifestWorld,
  report: (f: string) => void,
): void {
  const urlOf = new Map(
    resources(all).map((resource) => [
      resource.getAttribute("id"),
      resource.getAttribute("DefaultValue") ?? "",
    ]),
  );
  const check = (url: string, size: number) => {
    const file = world.file(url.slice(world.url.length + 1));
    if (file === null) return;
    const isPng = file.subarray(0, 8).toString("hex") === "89504e470d0a1a0a";
    const [width, height] = isPng ? [file.readUInt32BE(16), file.readUInt32BE(20)] : [0, 0];
    if (width !== size || height !== size) report(`${url} is ${width} x ${height}, not ${size} x ${size}`);
  };
  check(child(root, "IconUrl")?.getAttribute("DefaultValue") ?? "", 64);
  check(child(root, "HighResolutionIconUrl")?.getAttribute("DefaultValue") ?? "", 128);
  for (const icon of all.filter(named("Icon"))) {
    const sizes = children(icon).map((image) => Number(image.getAttribute("size")));
    for (const needed of [16, 32, 80]) {
      if (!sizes.includes(needed))
        report(`an icon of ${(icon.parentNode as Element).nodeName} lacks ${needed} px`);
    }
    for (const image of children(icon)) {
      check(urlOf.get(image.getAttribute("resid")) ?? "", Number(image.getAttribute("size")));
    }
  }
}

function sharedRuntime(
  root: Element,
  all: readonly Element[],
  _world: ManifestWorld,
  report: (f: string) => void,
): void {
  const resid = (element: Element | null | undefined) => element?.getAttribute("resid") ?? "";
  const page = all.find(named("Page"));
  const runtime = all.find(named("Runtime"));
  const places = [
    resid(runtime),
    resid(page && child(page, "SourceLocation")),
    resid(all.find(named("FunctionFile"))),
  ];
  if (new Set(places).size !== 1) report(`Runtime, Page and FunctionFile differ: ${places.join(", ")}`);
  if (runtime?.getAttribute("lifetime") !== "long") report("the runtime is not long-lived");
  const settings = child(root, "DefaultSettings");
  const source = settings && child(settings, "SourceLocation")?.getAttribute("DefaultValue");
  const url = resources(all).find((resource) => resource.getAttribute("id") === places[0]);
  if (source !== url?.getAttribute("DefaultValue")) report("SourceLocation is not the page of the runtime");
}

function actionNames(
  _root: Element,
  all: readonly Element[],
  world: ManifestWorld,
  report: (f: string) => void,
): void {
  for (const { textContent } of all.filter(named("FunctionName"))) {
    const name = textContent?.trim() ?? "";
    if (!world.actions.includes(name)) report(`no code answers the button action ${name}`);
  }
}

/** One modifier at least, never Shift alone, and one key: what Office takes. */
const KEY_COMBINATION = /^(?=.*\b(Ctrl|Alt|Command)\+)((Ctrl|Alt|Shift|Command)\+)+[A-Z0-9]$/;

interface ShortcutFile {
  readonly actions?: readonly { readonly id?: string; readonly type?: string; readonly name?: string }[];
  readonly shortcuts?: readonly {
    readonly action?: string;
    readonly key?: Readonly<Record<string, string>>;
  }[];
}

function shortcuts(
  _root: Element,
  all: readonly Element[],
  world: ManifestWorld,
  report: (f: string) => void,
): void {
  const url = all.find(named("ExtendedOverrides"))?.getAttribute("Url");
  if (!url) return;
  const file = world.file(url.slice(world.url.length + 1));
  let stated: ShortcutFile;
  try {
    stated = JSON.parse(file?.toString("utf8") ?? "") as ShortcutFile;
  } catch {
    return report(`${url} is not JSON`);
  }
  const ids = (stated.actions ?? []).map(({ id }) => id ?? "");
  for (const { id, type, name } of stated.actions ?? []) {
    if (!world.actions.includes(id ?? "")) report(`no code answers the shortcut action ${id}`);
    if (type !== "ExecuteFunction") report(`shortcut action ${id} is no ExecuteFunction`);
    if (!name) report(`shortcut action ${id} has no name`);
  }
  const taken = new Set<string>();
  for (const { action, key } of stated.shortcuts ?? []) {
    if (!ids.includes(action ?? "")) report(`the shortcut for ${action} names no action`);
    if (key?.["default"] === undefined) report(`the shortcut for ${action} has no default`);
    for (const keys of Object.values(key ?? {})) {
      if (!KEY_COMBINATION.test(keys)) report(`${keys} is no key combination Office takes`);
      if (taken.has(keys)) report(`${keys} is used twice`);
      taken.add(keys);
    }
  }
}

const named =
  (name: string) =>
  (element: Element): boolean =>
    element.localName === name;

function resources(all: readonly Element[]): Element[] {
  return all.filter((element) => {
    const parent = element.parentNode as Element | null;
    return ["Images", "Urls", "ShortStrings", "LongStrings"].includes(parent?.localName ?? "");
  });
}

function children(parent: Element): Element[] {
  const found: Element[] = [];
  for (let node: Node | null = parent.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === 1) found.push(node as Element);
  }
  return found;
}

function child(parent: Element, name: string): Element | null {
  return children(parent).find(named(name)) ?? null;
}

function descendants(parent: Element): Element[] {
  return children(parent).flatMap((element) => [element, ...descendants(element)]);
}

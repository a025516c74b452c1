import type { Locale } from "../../i18n";

/** A button the manifest puts on Excel's ribbon. */
export interface RibbonCommand {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** Address of its picture on this server. */
  readonly icon: string;
  readonly action:
    | { readonly kind: "showPane" }
    /** A function the add-in has associated under this name. */
    | { readonly kind: "execute"; readonly name: string };
}

/** The size that stands beside a label. */
const ICON_SIZE = "32";

/**
 * The ribbon's buttons as the manifest states them, in its order; so the page shows what Excel would.
 *
 * @param addin - where the add-in is served from here: "/addin"
 */
export function readManifest(xml: string, locale: Locale, addin: string): readonly RibbonCommand[] {
  const page = new DOMParser().parseFromString(xml, "text/xml");
  const all = (node: Document | Element, name: string): readonly Element[] => [
    ...node.getElementsByTagNameNS("*", name),
  ];
  const resources = new Map(
    ["String", "Url", "Image"].flatMap((name) =>
      all(page, name).map((element) => [element.getAttribute("id") ?? "", element] as const),
    ),
  );
  const text = (element: Element | undefined): string => {
    const resource = resources.get(element?.getAttribute("resid") ?? "");
    const own = resource === undefined ? [] : all(resource, "Override");
    const override = own.find((one) => one.getAttribute("Locale") === locale);
    return override?.getAttribute("Value") ?? resource?.getAttribute("DefaultValue") ?? "";
  };
  return all(page, "Control").flatMap((control): readonly RibbonCommand[] => {
    const [action] = all(control, "Action");
    const name = all(control, "FunctionName")[0]?.textContent ?? null;
    const image = all(control, "Image").find((one) => one.getAttribute("size") === ICON_SIZE);
    const kind = action?.getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "type");
    if (kind !== "ShowTaskpane" && name === null) return [];
    return [
      {
        id: control.getAttribute("id") ?? "",
        label: text(all(control, "Label")[0]),
        tip: text(all(control, "Description")[0]),
        icon: `${addin}${new URL(text(image), document.baseURI).pathname}`,
        action: name === null ? { kind: "showPane" } : { kind: "execute", name },
      },
    ];
  });
}

import { SHEET_FIELDS, type SheetKind } from "../../core/tables";
import { FIELD_ALIASES } from "../headings/fieldAliases";
import { KIND_NAMES } from "../headings/kindNames";
import { normaliseHeading } from "../headings/normaliseHeading";
import { sourceProblem } from "../sourceProblem";
import type { SettingProblem } from "./settingProblem";

const KINDS = Object.keys(SHEET_FIELDS) as SheetKind[];
const ALLOWED_KINDS = [...KINDS, "ignore"];
const FIELDS: readonly string[] = [
  ...new Set(KINDS.flatMap((kind): readonly string[] => SHEET_FIELDS[kind])),
];

/** "orders", "订单" or "ignore", "忽略". */
export function readKind(name: string, value: unknown): SheetKind | "ignore" | SettingProblem {
  const said = typeof value === "string" ? value.normalize("NFKC").trim().toLowerCase() : "";
  if (["ignore", "忽略", "不用", "skip"].includes(said)) return "ignore";
  const kind = KINDS.find(
    (candidate) =>
      candidate.toLowerCase() === said || KIND_NAMES[candidate].some((word) => word.toLowerCase() === said),
  );
  if (kind !== undefined) return kind;
  return sourceProblem("unknownSheetKind", {
    key: `sheets.${name}`,
    value: String(value),
    allowed: ALLOWED_KINDS.join(" | "),
  });
}

/** "customerId", or any name the field goes by in a sheet: "客户ID". */
export function readField(name: string, field: string): string | SettingProblem {
  if (FIELDS.includes(field)) return field;
  const { full } = normaliseHeading(field);
  for (const kind of KINDS) {
    for (const [id, aliases] of Object.entries(FIELD_ALIASES[kind])) {
      if (id.toLowerCase() === full || aliases.some((alias) => normaliseHeading(alias).full === full))
        return id;
    }
  }
  return sourceProblem("unknownField", { key: `columns.${name}`, value: field, allowed: FIELDS.join(" | ") });
}

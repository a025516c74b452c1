import type { FieldOf, SheetKind } from "../../core/tables";

interface Requirement<K extends SheetKind> {
  /** One way of each line must be there; a way is a set of fields that serve together. */
  readonly needs: readonly (readonly (readonly FieldOf<K>[])[])[];
  /** How many headings must speak for this kind (a telling sheet name counts as one). */
  readonly evidence: number;
}

/** What makes a sheet one of its kind: without these columns it could not be used. */
export const SHEET_REQUIREMENTS: { readonly [K in SheetKind]: Requirement<K> } = {
  orders: {
    needs: [
      [["customerId"], ["email"], ["phone"]],
      [["paidAt"], ["createdAt"]],
      [["paid"], ["quantity", "unitPrice"]],
    ],
    evidence: 1,
  },
  customers: { needs: [[["customerId"], ["memberId"], ["email"], ["phone"]]], evidence: 2 },
  tickets: {
    needs: [[["createdAt"]], [["firstResponseAt"], ["resolvedAt"], ["severity"], ["ticketId"]]],
    evidence: 2,
  },
  touches: {
    needs: [
      [["customerId"]],
      [["doneOn"], ["plannedOn"]],
      [["delivered"], ["responded"], ["campaign"], ["channel"]],
    ],
    evidence: 1,
  },
  channels: { needs: [[["channel"]], [["spend"], ["newCustomers"]]], evidence: 2 },
  surveys: {
    needs: [
      [["satisfaction"], ["recommend"], ["trust"]],
      [["customerId"], ["answeredOn"]],
    ],
    evidence: 1,
  },
  recommendations: {
    needs: [[["customerId"]], [["item"]], [["recommendedOn"], ["bought"]]],
    evidence: 1,
  },
  leads: { needs: [[["stage"]], [["leadId"], ["customerId"]]], evidence: 2 },
  events: { needs: [[["event"]], [["heldOn"]], [["type"], ["invited"], ["attended"]]], evidence: 2 },
  winBackLog: { needs: [[["customerId"]], [["lostOn"], ["action"]]], evidence: 1 },
  targets: { needs: [[["kpi"]], [["target"]]], evidence: 2 },
  training: { needs: [[["module"]], [["hours"], ["plannedOn"], ["doneOn"]]], evidence: 2 },
  settings: { needs: [[["setting"]], [["value"]]], evidence: 1 },
  snapshots: { needs: [[["takenOn"]], [["customerId"]], [["tier"], ["score"]]], evidence: 2 },
};

/** The first way of every line that no mapped field fulfils. */
export function missingFields(kind: SheetKind, has: (field: string) => boolean): readonly string[] {
  const needs: readonly (readonly (readonly string[])[])[] = SHEET_REQUIREMENTS[kind].needs;
  return needs.filter((ways) => !ways.some((way) => way.every(has))).map((ways) => ways[0]?.[0] ?? "");
}

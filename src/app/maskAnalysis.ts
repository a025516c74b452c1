import type {
  Analysis,
  CustomerRecord,
  CustomerRow,
  Predictions,
  Share,
  TierPortrait,
} from "../core/analysis";
import { maskContacts, MASKED, maskText, type MaskKind } from "../core/privacy";
import type { RejectedRow } from "../core/orders";
import type { MaskLevel } from "../core/settings";
import type { FieldOf } from "../core/tables";
import { maskMarket } from "./programmeMask/market";
import { maskRelationship } from "./programmeMask/relationship";
import { maskPlans } from "./programmeMask/plans";
import { maskServiceParts } from "./programmeMask/serviceReview";
import type { Pseudonyms } from "./pseudonyms";

/** Customer fields that say who somebody is; `comment`: text in which anything may stand. */
export const PERSONAL_FIELDS: Readonly<Record<string, MaskKind | "pseudonym" | "comment">> = {
  customerId: "pseudonym",
  referrerId: "pseudonym",
  invited: "pseudonym",
  attended: "pseudonym",
  name: "name",
  phone: "phone",
  email: "email",
  memberId: "id",
  accountId: "id",
  comment: "comment",
  reply: "comment",
} satisfies Partial<
  Record<FieldOf<"customers" | "events" | "surveys" | "tickets">, MaskKind | "pseudonym" | "comment">
>;

/** Numbers of things, which may look like those of phones. */
const THING_FIELDS: ReadonlySet<string> = new Set(["orderId", "ticketId", "leadId"] satisfies FieldOf<
  "orders" | "tickets" | "leads"
>[]);

/** A text of the field as a masked copy shows it; phones and addresses are masked wherever they stand. */
export function maskField(field: string, text: string, level: MaskLevel, ids: Pseudonyms): string {
  const kind = PERSONAL_FIELDS[field];
  if (level === "none" || text === "") return text;
  if (kind === undefined) return THING_FIELDS.has(field) ? text : maskContacts(text, level);
  if (kind === "pseudonym") return ids.of(text);
  return kind === "comment" ? MASKED : maskText(text, kind, level);
}

/** So few people that a figure about the tier is a figure about one of them. */
const FEWEST_WITH_DETAIL = 5;

function maskPortrait(portrait: TierPortrait): TierPortrait {
  if (portrait.customers === 0 || portrait.customers >= FEWEST_WITH_DETAIL) return portrait;
  return {
    ...portrait,
    netPerCustomer: null,
    netPerOrder: null,
    medianIntervalDays: null,
    medianDaysSinceLastOrder: null,
    repeatRate: null,
    satisfaction: { mean: null, n: 0, low: 0 },
    needs: null,
    online: null,
    topCategories: [],
    topTags: [],
    topComplaintReasons: [],
    contactPreferences: [],
    channelResponse: [],
    channelClaim: null,
    risk: null,
    clv: null,
  };
}

/** Forecasts and groups of customers so small that they speak of one; figures of each customer stay. */
function maskPredictions(predictions: Predictions): Predictions {
  const { forecast, value, backtest } = predictions;
  const isLarge = ({ customers }: { readonly customers: number }) => customers >= FEWEST_WITH_DETAIL;
  return {
    ...predictions,
    forecast: forecast && { ...forecast, lines: forecast.lines.filter(isLarge) },
    value: value && {
      ...value,
      quadrants: { ...value.quadrants, cells: value.quadrants.cells.filter(isLarge) },
    },
    backtest: {
      ...backtest,
      cuts: backtest.cuts.map((cut) => ({
        ...cut,
        calibration: cut.calibration.every(isLarge) ? cut.calibration : [],
        bands: cut.bands.filter(isLarge),
      })),
    },
  };
}

/**
 * The same analysis with the people taken out of it: names, phones and e-mails by the level, customer ids
 * by pseudonyms when `full` (or when an id is itself an address or a number); of free text (reasons, needs,
 * cells that could not be read, names of files and sheets) phones and addresses. Figures stay, but tiers
 * with fewer than five people lose their detail. Staff (owners, agents) are no customers and stay.
 */
export function maskAnalysis(analysis: Analysis, level: MaskLevel, ids: Pseudonyms): Analysis {
  if (level === "none") return analysis;
  const text = (field: string, value: string) => maskField(field, value, level, ids);
  const free = (value: string) => maskContacts(value, level);
  const place = <T extends { readonly file: string; readonly sheet: string }>(item: T): T => ({
    ...item,
    file: free(item.file),
    sheet: free(item.sheet),
  });
  const need = <T extends { readonly need: string }>(item: T): T => ({ ...item, need: free(item.need) });
  const named = (share: Share): Share => ({ ...share, id: free(share.id) });
  const person = <T extends { readonly customerId: string; readonly name?: string; readonly phone?: string }>(
    item: T,
  ): T => ({
    ...item,
    customerId: ids.of(item.customerId),
    ...(item.name !== undefined && { name: text("name", item.name) }),
    ...(item.phone !== undefined && { phone: text("phone", item.phone) }),
  });
  const record = (entry: CustomerRecord): CustomerRecord => {
    const masked = Object.entries(entry).map(([field, value]) => [
      field,
      typeof value === "string" ? text(field, value) : value,
    ]);
    return Object.fromEntries(masked) as unknown as CustomerRecord;
  };
  const customer = (row: CustomerRow): CustomerRow => ({
    ...row,
    id: ids.of(row.id),
    key: ids.of(row.key),
    record: row.record === null ? null : record(row.record),
    tag: free(row.tag),
    override: row.override && { ...row.override, reason: free(row.override.reason) },
  });
  const rejected = (row: RejectedRow): RejectedRow => ({ ...person(place(row)), text: free(row.text) });
  // First, so that pseudonyms count in the order of the customer list.
  const customers = analysis.customers.map(customer);
  const maskedRows = new Map(analysis.customers.map((row, place) => [row, customers[place] ?? row]));
  const maskedRow = (row: CustomerRow) => maskedRows.get(row) ?? customer(row);
  const { book, quality, service, movement, lists, programme } = analysis;
  return {
    ...analysis,
    customers,
    book: {
      ...book,
      customers: book.customers.map(ids.of),
      customerKeys: book.customerKeys.map(ids.of),
      rejected: book.rejected.map(rejected),
    },
    portraits: analysis.portraits.map((portrait) => {
      const masked = maskPortrait(portrait);
      return {
        ...masked,
        topTags: masked.topTags.map(named),
        topComplaintReasons: masked.topComplaintReasons.map(named),
        needs: masked.needs && {
          ...masked.needs,
          common: masked.needs.common.map(need),
          rare: masked.needs.rare.map(need),
        },
        online: masked.online && {
          ...masked.online,
          untapped: masked.online.untapped.map((line) => ({ ...line, category: free(line.category) })),
        },
      };
    }),
    quality: {
      ...quality,
      rejected: quality.rejected.map(rejected),
      problems: quality.problems.map((problem) => ({
        ...place(problem),
        text: text(problem.field, problem.text),
      })),
      sheets: quality.sheets.map((sheet) => ({
        ...place(sheet),
        mapping: sheet.mapping.map(({ field, heading }) => ({ field, heading: free(heading) })),
        unusedHeadings: sheet.unusedHeadings.map(free),
      })),
      onlyInOrders: quality.onlyInOrders.map(ids.of),
      onlyInCustomers: quality.onlyInCustomers.map(ids.of),
      refundOnly: quality.refundOnly.map(ids.of),
    },
    service: service && {
      ...service,
      items: service.items.map(person),
      tickets: service.tickets.map((ticket) => ({
        ...person(ticket),
        customerKey: ids.of(ticket.customerKey),
        reason: free(ticket.reason),
        reply: text("reply", ticket.reply),
      })),
      complaintReasons: service.complaintReasons.map(({ reason, count }) => ({
        reason: free(reason),
        count,
      })),
    },
    movement: movement && { ...movement, moves: movement.moves.map(person) },
    snapshots: analysis.snapshots.map(person),
    snapshot: analysis.snapshot.map(person),
    predictions: analysis.predictions && maskPredictions(analysis.predictions),
    lists: {
      winBack: lists.winBack.map(person),
      unpaidReminders: lists.unpaidReminders.map(person),
      satisfiedButLapsed: lists.satisfiedButLapsed.map(person),
      completenessGaps: lists.completenessGaps.map(person),
      riskAlerts: lists.riskAlerts.map(person),
    },
    programme: {
      ...programme,
      ...maskServiceParts(programme, { id: ids.of, customer, field: text, free }),
      relationship: maskRelationship(programme.relationship, maskedRow, free),
      plans: maskPlans(programme.plans, { id: ids.of, free }),
      market: maskMarket(programme.market, maskedRow, free, {
        people: FEWEST_WITH_DETAIL,
        inTier: (tier) => analysis.portraits.find((portrait) => portrait.tier === tier)?.customers ?? 0,
      }),
    },
    whatIf: { ...analysis.whatIf, movers: analysis.whatIf.movers.map(person) },
  };
}

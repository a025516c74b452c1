export { bookOfColumns, type OrderRanges } from "./bookOfColumns";
export { readOrderBook } from "./readOrderBook";
export {
  REJECT_REASONS,
  type CustomerSummary,
  type LineColumns,
  type LooseMoney,
  type OrderBook,
  type OrderColumns,
  type OrderNote,
  type RejectedRow,
  type RejectReason,
  type RowCounts,
  type ScoringBook,
  type UnpaidOrder,
} from "./types";

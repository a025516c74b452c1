export { bookOfColumns, type OrderRanges } from "./bookOfColumns";
export { readOrderBook } from "./readOrderBook";
export {
  REJECT_REASONS,
  type OrderBook,
  type RejectedRow,
  type RejectReason,
  type ScoringBook,
} from "./types";

import { WorkbookError, type WorkbookErrorCode } from "./desk";

const CODES: Readonly<Record<string, WorkbookErrorCode>> = {
  InvalidOperationInCellEditMode: "cellEditMode",
  AccessDenied: "protectedSheet",
  ItemNotFound: "sheetMissing",
  InvalidReference: "sheetMissing",
  RequestPayloadSizeLimitExceeded: "tooLarge",
  ResponsePayloadSizeLimitExceeded: "tooLarge",
  RangeExceedsLimit: "tooLarge",
  OperationCellsExceedLimit: "tooLarge",
  MergedRangeConflict: "mergedCells",
  FilteredRangeConflict: "filteredRange",
  PivotTableRangeConflict: "occupied",
  InsertDeleteConflict: "occupied",
  ItemAlreadyExists: "occupied",
  ServiceNotAvailable: "busy",
  RequestAborted: "busy",
  ActivityLimitReached: "busy",
  InactiveWorkbook: "busy",
  HostRestartNeeded: "busy",
  MemoryLimitReached: "memory",
  ApiNotFound: "unsupported",
  ApiNotAvailable: "unsupported",
  NotImplemented: "unsupported",
  UnsupportedOperation: "unsupported",
  UnsupportedFeature: "unsupported",
  ReadOnly: "readOnly",
};

/** What Office.js throws, as far as it is read here. */
interface OfficeError {
  readonly code: string;
  readonly message: string;
  readonly debugInfo?: { readonly errorLocation?: string; readonly statement?: string };
}

/** Where the call stood that failed, as far as the caller knows. */
export interface Whereabouts {
  readonly sheet?: string;
  readonly address?: string;
}

/** The code of an error of Office.js; null for anything else. */
export function officeCode(error: unknown): string | null {
  return isOfficeError(error) ? error.code : null;
}

/** Any failure of a call to Excel as one of our own; what is ours already comes back as it is. */
export function toWorkbookError(error: unknown, where: Whereabouts = {}): WorkbookError {
  if (error instanceof WorkbookError) return error;
  if (!isOfficeError(error)) {
    const message =
      typeof error === "object" && error !== null && "message" in error
        ? String(error.message)
        : String(error);
    return new WorkbookError("unknown", { ...where, message }, { cause: error });
  }
  const code = CODES[error.code] ?? "unknown";
  const api = error.debugInfo?.errorLocation;
  return new WorkbookError(
    code,
    {
      ...where,
      ...(api !== undefined && api !== "" && { api }),
      // Protection is named by sheet; everything else explains itself in Excel's own words.
      message: `${error.message} (${error.code})`,
    },
    { cause: error },
  );
}

/** By its looks: an error of Office.js may come from another frame, whose `Error` is not ours. */
function isOfficeError(error: unknown): error is OfficeError {
  return (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    typeof error.code === "string" &&
    "message" in error &&
    typeof error.message === "string" &&
    ("debugInfo" in error || "traceMessages" in error)
  );
}

/** A report sheet's record, followed by the sheet's id. */
export const RECORD = "record.";
/** What people typed into a sheet that is being written, followed by the sheet's id. */
export const BACKUP = "kept.";
/** Ids of sheets that are being written: what stands there is nobody's. */
export const UNFINISHED = "unfinished";
/** Where values of an unfinished report lie. */
export const STAGING = "staging";

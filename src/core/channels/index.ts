export { channelTable, channelKey, type ChannelRow } from "./channelTable";
export { channelRowsOf, readChannels, type DatedChannelRow } from "./readChannels";
export { isReferralSource } from "./referralSource";
export type { ChannelResult, ChannelTable, ChannelVerdict } from "./types";

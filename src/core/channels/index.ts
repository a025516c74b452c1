export { channelResults, type ChannelRow } from "./channelResults";
export { channelTable } from "./channelTable";
export { channelRowsOf, readChannels } from "./readChannels";
export { isReferralSource } from "./referralSource";
export type { ChannelResult, ChannelVerdict } from "./types";

export { channelKey, channelResults, type ChannelRow } from "./channelResults";
export { channelTable } from "./channelTable";
export { channelValues, type ChannelValue } from "./channelValues";
export { channelRowsOf, readChannels } from "./readChannels";
export { isReferralSource } from "./referralSource";
export type { ChannelResult, ChannelVerdict } from "./types";

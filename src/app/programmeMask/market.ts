import type { Analysis, CustomerRow } from "../../core/analysis";

type Market = Analysis["programme"]["market"];

/**
 * The market over masked customers. Names of channels, items, events and industries are free text and may hold a
 * phone or an address; industries, tiers and groups of so few people that a figure is about one of them are left out.
 *
 * @param masked - the masked row of a customer of the analysis
 * @param free - masks phones and addresses in free text
 * @param fewest - people from which a group shows its detail
 */
export function maskMarket(
  market: Market,
  masked: (row: CustomerRow) => CustomerRow,
  free: (text: string) => string,
  fewest: { readonly people: number; readonly inTier: (tier: string) => number },
): Market {
  const { funnel, events, recommendations, response, channels, industries, points } = market;
  return {
    ...market,
    funnel: funnel && {
      ...funnel,
      stages: funnel.stages.map((stage) => ({ ...stage, stage: free(stage.stage) })),
    },
    events: events && {
      ...events,
      events: events.events.map((event) => ({ ...event, name: free(event.name), type: free(event.type) })),
    },
    recommendations: recommendations && {
      ...recommendations,
      byItem: recommendations.byItem.map((line) => ({ ...line, item: free(line.item) })),
    },
    response: response && {
      ...response,
      channels: response.channels.map((line) => ({ ...line, channel: free(line.channel) })),
      tiers: response.tiers.filter(({ tier }) => fewest.inTier(tier) >= fewest.people),
    },
    channels:
      channels &&
      channels.map((line) => ({
        ...line,
        result: { ...line.result, channel: free(line.result.channel) },
        clv: line.customers < fewest.people ? null : line.clv,
      })),
    mix: market.mix.map((line) => ({
      ...line,
      satisfaction: line.answers < fewest.people ? null : line.satisfaction,
    })),
    industries: industries && {
      ...industries,
      lines: industries.lines
        .filter(({ customers }) => customers >= fewest.people)
        .map((line) => ({ ...line, industry: free(line.industry) })),
    },
    points: points && {
      ...points,
      excess: points.excess.map((gap) => ({ ...gap, row: masked(gap.row) })),
      expiring: points.expiring && points.expiring.map((line) => ({ ...line, row: masked(line.row) })),
    },
  };
}

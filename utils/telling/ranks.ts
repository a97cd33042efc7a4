import type { TermFact } from '../dataset/facts';

/**
 * The ranks from the highest to the lowest. The same order as the schema's RANKS (a test holds them together); said
 * again here because the schema brings its whole validator with it, and a card needs only the order.
 */
const RANKS: readonly TermFact['rank'][] = [
  'head-of-state', 'head-of-government', 'minister', 'royal', 'deputy-minister', 'parliament', 'military', 'intelligence',
  'judiciary', 'central-bank', 'ambassador', 'envoy', 'agency', 'company', 'party', 'region', 'international', 'religious',
  'media', 'union', 'other',
];

/** Place of each rank in that order: less is higher. */
export const RANK_ORDER = Object.fromEntries(RANKS.map((rank, place) => [rank, place])) as Record<TermFact['rank'], number>;

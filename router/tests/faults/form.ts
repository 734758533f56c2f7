import type { Ill } from './subgraph-process.ts';

/** FAULTS=short is the form for machines that others use, too, and that have little time. */
export const isShort = process.env.FAULTS === 'short';

const EVERY: readonly Ill[] = [
  'stopped',
  'killed',
  'slow',
  'garbage',
  'half-closed',
  'reset',
  '503',
];

export const illsOf = (ofShort: readonly Ill[]): readonly Ill[] => (isShort ? ofShort : EVERY);

/** In milliseconds. */
export const times = isShort
  ? { healthyMs: 4_000, noticeMs: 4_000, illMs: 4_000 }
  : { healthyMs: 8_000, noticeMs: 4_000, illMs: 8_000 };

/** What of a 99th percentile may be the machine's own, in milliseconds. */
export const NOISE_MS = isShort ? 75 : 25;

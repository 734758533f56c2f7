import { grafbaseCached, grafbasePlain, grafbaseShared } from './grafbase.ts';
import { hiveJs, hiveRust, hiveRustShared } from './hive.ts';
import { limit } from './limit.ts';
import { souk, soukCached, soukShared } from './ours.ts';
import type { Peer } from './peer.ts';
import { stock } from './stock.ts';

/** In the order of the table; answers are compared to the first's. */
export const PEERS: readonly Peer[] = [
  stock,
  hiveJs,
  hiveRust,
  grafbasePlain,
  souk,
  limit,
  soukShared,
  soukCached,
  hiveRustShared,
  grafbaseShared,
  grafbaseCached,
];

import type { Effort } from './measure.ts';
import { PEERS } from './peers/all.ts';
import { another, souk } from './peers/ours.ts';
import type { Peer } from './peers/peer.ts';
import { WORKLOADS } from './workloads.ts';

export type RouterOptions = {
  readonly workloads: readonly string[];
  readonly peers: readonly Peer[];
  readonly effort: Effort;
  /** Whose profile is wanted, instead of figures. */
  readonly profile: Peer | null;
};

export type RawOptions = {
  workload?: string;
  only?: string;
  beside?: string;
  short: boolean;
  profile: boolean;
};

export const SHOP = 'shop';

const LONG: Effort = { rounds: 7, warmMs: 4_000, roundMs: 600, concurrency: 16 };
/** Enough to see that it works, not how fast. */
const SHORT: Effort = { rounds: 1, warmMs: 80, roundMs: 80, concurrency: 16 };

/** What is measured, from the command line. Throws for a name that there is not. */
export function routerOptions(raw: RawOptions): RouterOptions {
  const names = WORKLOADS.map(({ name }) => name);
  const known = [...names, SHOP];
  const workloads = list(raw.workload) ?? (raw.short ? names : known);
  const keys = PEERS.map(({ key }) => key);
  const only = list(raw.only);
  refuseUnknown('workload', workloads, known);
  refuseUnknown('server', only ?? [], keys);
  const peers = PEERS.filter(({ key, caches }) => only?.includes(key) ?? !(raw.short && caches));
  const beside = raw.beside === undefined ? null : another(raw.beside);
  return {
    workloads,
    peers: beside === null ? peers : [...peers, beside],
    effort: raw.short ? SHORT : LONG,
    profile: raw.profile ? (beside ?? souk) : null,
  };
}

const list = (text: string | undefined): string[] | undefined =>
  text?.split(',').map((each) => each.trim());

function refuseUnknown(what: string, given: readonly string[], known: readonly string[]): void {
  const unknown = given.find((each) => !known.includes(each));
  if (unknown !== undefined) {
    throw new Error(`there is no ${what} ${unknown}, only ${known.join(', ')}`);
  }
}

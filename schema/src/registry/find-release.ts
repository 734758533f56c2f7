import { type Move, VARIANT } from '@souk/router/registry/move';
import { Misuse } from '../exit-codes.ts';
import type { RegistryStore } from './store.ts';

const HASH_START = /^[0-9a-f]{6,64}$/;

/**
 * The move that put a release in its place: `production` (what it points at), `production~2` (two
 * moves before that), or at least 6 digits of a release that some variant pointed at. Throws Misuse.
 */
export async function findMove(store: RegistryStore, reference: string): Promise<Move> {
  const [, variant = '', back = '0'] = /^(.+?)(?:~(\d+))?$/.exec(reference) ?? [];
  if (VARIANT.test(variant)) {
    const steps = Number(back);
    const moves = await store.moves(variant, steps + 1);
    const found = moves[steps];
    if (found !== undefined) return found;
    if (moves.length > 0) {
      throw new Misuse(`${variant} has ${moves.length} moves in ${store.name}: no ${reference}.`);
    }
  }
  if (HASH_START.test(reference)) return byHash(store, reference);
  throw new Misuse(`${store.name} has no variant "${reference}"${await known(store)}.`);
}

async function byHash(store: RegistryStore, start: string): Promise<Move> {
  const found = new Map<string, Move>();
  for (const variant of await store.variants()) {
    for (const move of await store.moves(variant)) {
      if (move.release.startsWith(start)) found.set(move.release, move);
    }
  }
  const [only, ...others] = found.values();
  if (only === undefined) throw new Misuse(`${store.name} has no release ${start}.`);
  if (others.length > 0) throw new Misuse(`${start} is the start of several releases.`);
  return only;
}

async function known(store: RegistryStore): Promise<string> {
  const variants = await store.variants();
  return variants.length === 0 ? '' : `, only ${variants.join(', ')}`;
}

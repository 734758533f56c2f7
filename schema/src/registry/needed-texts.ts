import type { Move } from '@souk/router/registry/move';
import { readRelease, textsOf } from './release.ts';

/** Every text that some moves need. */
export async function neededTexts(
  moves: readonly Move[],
  texts: (hashes: readonly string[]) => Promise<ReadonlyMap<string, string>>,
): Promise<Set<string>> {
  const needed = new Set(moves.map(({ release }) => release));
  const releases = await texts([...needed]);
  for (const text of releases.values()) {
    for (const hash of textsOf(readRelease(text))) needed.add(hash);
  }
  return needed;
}

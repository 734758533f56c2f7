import { RegistryFault } from '@souk/router/registry/move';
import { type Side, sideOf } from '../check/side.ts';
import { Misuse } from '../exit-codes.ts';
import { type Release, readRelease, textsOf } from './release.ts';
import { releaseTree } from './release-tree.ts';
import type { RegistryStore } from './store.ts';

export type StoredRelease = {
  hash: string;
  release: Release;
  /** The text of one of its hashes. */
  text: (hash: string) => string;
};

/** Reads all that a release is made of. Throws Misuse where some of it is missing or altered. */
export async function storedRelease(store: RegistryStore, hash: string): Promise<StoredRelease> {
  try {
    const own = await store.texts([hash]);
    const release = readRelease(own.get(hash) ?? '');
    const texts = new Map([...own, ...(await store.texts([...new Set(textsOf(release))]))]);
    return {
      ...{ hash, release },
      text: (of) => {
        const text = texts.get(of);
        if (text === undefined) throw new Error(`${of.slice(0, 12)} is no part of the release`);
        return text;
      },
    };
  } catch (error) {
    if (!(error instanceof RegistryFault)) throw error;
    throw new Misuse(`Release ${hash.slice(0, 12)} cannot be read: ${error.message}.`);
  }
}

/** A release as one side of a comparison. `name` is what people call it. */
export function sideOfRelease(name: string, { hash, release, text }: StoredRelease): Side {
  const subgraphs = release.subgraphs.map(({ name: of, routing_url: url, file, schema }) => ({
    ...{ name: of, url, file },
    sdl: text(schema),
  }));
  const files = new Map(Object.entries(release.files).map(([file, of]) => [file, text(of)]));
  // A schema that is written inside of supergraph.yaml is no file of its own.
  for (const { file, sdl } of subgraphs) if (!files.has(file)) files.set(file, sdl);
  const tree = releaseTree(`${name} (${hash.slice(0, 12)})`, files);
  return sideOf(tree, subgraphs, () => ({
    supergraph: text(release.supergraph),
    hints: () => [],
  }));
}

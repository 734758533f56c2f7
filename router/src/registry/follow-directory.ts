import { statSync } from 'node:fs';
import { followFile } from '../generation/follow-file.ts';
import type { SupergraphSource } from '../generation/supergraph-source.ts';
import { readMove, readText, sequencesIn, variantFolder } from './directory.ts';
import { type Followed, followed } from './followed.ts';

/** A variant in a directory: its folder is looked at twice a second. */
export function followDirectory(directory: string, asked: Followed): SupergraphSource {
  const { variant } = asked;
  const whenChanged = followFile(variantFolder(directory, variant));
  return {
    ask: followed(asked, {
      latest: async () => {
        if (!isFolder(directory)) throw new Error('the source is no directory');
        const sequence = (await sequencesIn(directory, variant)).at(-1);
        return sequence === undefined ? null : readMove(directory, variant, sequence);
      },
      text: (hash) => readText(directory, hash),
    }),
    onNews: whenChanged,
    close: async () => {},
  };
}

const isFolder = (directory: string): boolean =>
  statSync(directory, { throwIfNoEntry: false })?.isDirectory() === true;

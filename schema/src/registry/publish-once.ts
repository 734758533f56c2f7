import type { Move } from '@souk/router/registry/move';
import type { Io } from '../command.ts';
import type { SchemaConfig } from '../config/schema-config.ts';
import { contractsOf } from '../contract/contracts-of.ts';
import type { Finding, Place } from '../report/finding.ts';
import { linesIn } from '../report/line-at.ts';
import { hasFailed } from '../report/report.ts';
import type { FileTree } from '../source/file-tree.ts';
import { changedSubgraphs } from './changed-subgraphs.ts';
import { brokenBy, compareSides } from './compare-sides.ts';
import type { MadeRelease } from './make-release.ts';
import { propose } from './propose.ts';
import { MovedMeanwhile, type RegistryStore } from './store.ts';

export type Asked = {
  io: Io;
  tree: FileTree;
  config: SchemaConfig;
  configFile: string;
  variant: string;
  /** Only these subgraphs, the others as they are published; empty: all. */
  only: readonly string[];
  /** Subgraphs that are taken away. */
  gone: readonly string[];
  /** A release that is published somewhere already, in place of the tree. */
  promoted: string | undefined;
  /** The start of the release that has to hold, or `none`. */
  expect: string | undefined;
  /** Whether what fails the checks is published all the same. */
  isForced: boolean;
  isDry: boolean;
  who: { by: string; at: string; message: string };
};

export type Published = {
  outcome: 'published' | 'refused' | 'dry run';
  facts: string[];
  findings: Finding[];
  lineAt: (place: Place) => string | null;
};

/**
 * Checks a proposal against what is published and, where it passes, puts it in its place. Throws
 * Misuse, and MovedMeanwhile where the pointer is not where it was, or was expected.
 */
export async function publishOnce(store: RegistryStore, asked: Asked): Promise<Published> {
  const { variant, tree, config, configFile, io, who } = asked;
  const { held, published, head, release } = await propose(store, variant, asked);
  refuseUnexpected(variant, held, asked.expect);
  const now = new Date(who.at);
  const base = published?.side ?? null;
  const findings = await compareSides(base, head, { tree, config, configFile, io, now });
  const facts = [
    base === null
      ? `${variant} points at nothing in ${store.name} yet`
      : `${head.tree.name} compared with ${base.tree.name} in ${store.name}`,
  ];
  const lineAt = linesIn(head.tree, base?.tree ?? head.tree);
  const told = { facts, findings, lineAt };
  const canServe =
    'supergraph' in head.composed() &&
    [...contractsOf(head, config).values()].flatMap(brokenBy).length === 0;
  const isFine = !hasFailed({ title: '', facts, findings }) || asked.isForced;
  if (!canServe || !isFine) return { outcome: 'refused', ...told };
  const made = release();
  facts.push(...changedSubgraphs(published?.stored.release ?? null, made.release));
  if (made.hash === held?.release) {
    facts.push(`${variant} points at ${made.hash.slice(0, 12)} already`);
    return { outcome: 'published', ...told };
  }
  if (asked.isDry) return { outcome: 'dry run', ...told };
  const move = await store.move(variant, moveTo(made, who), made.texts, held?.release ?? null);
  facts.push(`${variant} → ${made.hash.slice(0, 12)} (move ${move.sequence}${was(held)})`);
  return { outcome: 'published', ...told };
}

const was = (held: Move | null): string =>
  held === null ? '' : `, was ${held.release.slice(0, 12)}`;

const moveTo = ({ hash, release }: MadeRelease, who: Asked['who']) => ({
  ...who,
  kind: 'publish' as const,
  release: hash,
  supergraph: release.supergraph,
  contracts: Object.fromEntries(
    Object.entries(release.contracts).map(([name, { supergraph }]) => [name, supergraph]),
  ),
});

function refuseUnexpected(variant: string, held: Move | null, expect: string | undefined): void {
  const isExpected =
    expect === undefined ||
    (expect === 'none' ? held === null : held?.release.startsWith(expect) === true);
  if (isExpected) return;
  const holds = held === null ? 'nothing' : held.release.slice(0, 12);
  throw new MovedMeanwhile(
    `${variant} points at ${holds}, not at ${expect}: nothing was published.`,
  );
}

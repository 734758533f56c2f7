import { authorization } from '../../src/authorization/authorization-checker.ts';
import type { Comparison } from '../../src/check/checker.ts';
import { runChecks } from '../../src/check/run-checks.ts';
import { type Side, sideOf } from '../../src/check/side.ts';
import { type Composed, compose } from '../../src/composition/compose.ts';
import type { SubgraphSource } from '../../src/composition/supergraph-config.ts';
import { SchemaFile } from '../../src/config/schema-config.ts';
import { contracts } from '../../src/contract/contract-checker.ts';
import { events } from '../../src/events/events-checker.ts';
import { graph } from '../../src/graph/graph-checker.ts';
import { once } from '../../src/once.ts';
import { knownOperations } from '../../src/operations/known-operations.ts';
import { operations } from '../../src/operations/operations-checker.ts';
import type { Finding } from '../../src/report/finding.ts';
import type { FileTree } from '../../src/source/file-tree.ts';
import type { CorpusCase } from './case-file.ts';
import { subgraphsOf } from './subgraphs.ts';

export type Ran = { base: Side; head: Side; findings: Finding[] };

const CHECKERS = [graph, contracts, operations, authorization, events];

/** Says what the checks say of a case. Most cases have a side in common, which is composed once. */
export function caseRunner(): (corpusCase: CorpusCase) => Promise<Ran> {
  const composed = composedOnce();
  return (corpusCase) => runCase(corpusCase, composed);
}

type Composing = (subgraphs: readonly SubgraphSource[]) => Composed;

function composedOnce(): Composing {
  const known = new Map<string, Composed>();
  return (subgraphs) => {
    const key = JSON.stringify(subgraphs);
    const found = known.get(key) ?? compose(subgraphs);
    known.set(key, found);
    return found;
  };
}

async function runCase(corpusCase: CorpusCase, composed: Composing): Promise<Ran> {
  const { operations: documents, usage } = corpusCase;
  const subgraphs = subgraphsOf(corpusCase);
  const side = (state: 'before' | 'after', sources: readonly SubgraphSource[]) =>
    sideOf(treeOf(corpusCase, state), sources, () => composed(sources));
  const base = side('before', subgraphs.base);
  const head = side('after', subgraphs.head);
  const config = SchemaFile.parse({
    contracts: corpusCase.contracts,
    operations: Object.keys(documents).map((client) => ({
      ...{ client, files: `${client}.gql` },
      ...(client in corpusCase.contracts && { contract: client }),
    })),
    ...(corpusCase.events !== undefined && { events: { file: 'events.json' } }),
  });
  const now = new Date(0);
  const comparison: Comparison = {
    ...{ base, head, config, now, progress: () => undefined },
    known: once(() => ({ ...knownOperations(head.tree, config, now), usage })),
    signal: new AbortController().signal,
  };
  return { base, head, findings: await runChecks(CHECKERS, comparison) };
}

function treeOf({ operations, events }: CorpusCase, state: 'before' | 'after'): FileTree {
  const files = new Map(
    Object.entries(operations).map(([client, text]) => [`${client}.gql`, text]),
  );
  if (events !== undefined) files.set('events.json', JSON.stringify(events[state], null, 2));
  return {
    name: state,
    read: (file) => files.get(file) ?? null,
    glob: (pattern) => [...files.keys()].filter((file) => file === pattern),
  };
}

/** A finding as cases write it. */
export function told({
  check,
  severity,
  rule,
  coordinate,
  scope,
  place,
  affected = [],
}: Finding): string {
  const file = place?.file.replace(/\.\w+$/, '');
  const at = place === undefined ? '' : ` at ${file}:${place.line}`;
  const former = place?.in === 'base' ? ' before' : '';
  const hits = affected.map(({ client, name }) => ` ${client}/${name}`).join('');
  const whose = check === 'contract' ? `of ${scope}` : '';
  const what = [severity, rule, coordinate, whose].filter(Boolean).join(' ');
  return `${what}${at}${former}${hits && `, hits${hits}`}`;
}

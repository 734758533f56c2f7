import { CHECKERS } from '../check/checkers.ts';
import { configBefore } from '../check/config-before.ts';
import { runChecks } from '../check/run-checks.ts';
import type { Side } from '../check/side.ts';
import type { Io } from '../command.ts';
import type { SchemaConfig } from '../config/schema-config.ts';
import type { Contract } from '../contract/contract.ts';
import { contractsOf } from '../contract/contracts-of.ts';
import { once } from '../once.ts';
import { knownOperations } from '../operations/known-operations.ts';
import type { Finding } from '../report/finding.ts';
import type { FileTree } from '../source/file-tree.ts';

/** Why a contract cannot be served. */
export const brokenBy = (contract: Contract): Finding[] =>
  'findings' in contract ? contract.findings : [];

/**
 * What the checks say of the way from one side to another, for the operations that the tree knows.
 * Without a base, as at the first publication, only whether it and its
 * contracts can be served.
 */
export async function compareSides(
  base: Side | null,
  head: Side,
  {
    tree,
    config,
    configFile,
    io,
    now,
  }: { tree: FileTree; config: SchemaConfig; configFile: string; io: Io; now: Date },
): Promise<Finding[]> {
  if (base === null) {
    const composed = head.composed();
    if ('findings' in composed) return composed.findings;
    return [...contractsOf(head, config).values()].flatMap(brokenBy);
  }
  const { progress, signal } = io;
  const known = once(() => knownOperations(tree, config, now));
  return runChecks(CHECKERS, {
    ...{ base, head, config, known, now, progress, signal },
    ...configBefore(base.tree, configFile),
  });
}

import type { Io, Values } from '../command.ts';
import { readSchemaConfig, type SchemaConfig } from '../config/schema-config.ts';
import { once } from '../once.ts';
import { knownOperations } from '../operations/known-operations.ts';
import { REGISTRY_OPTIONS, REGISTRY_USAGE, registryOf } from '../registry/registry-options.ts';
import { linesIn } from '../report/line-at.ts';
import { plural, type Report } from '../report/report.ts';
import { workingTree } from '../source/working-tree.ts';
import { baseSide } from './base-side.ts';
import { bothSides } from './both-sides.ts';
import type { Comparison } from './checker.ts';
import { CHECKERS } from './checkers.ts';
import { configBefore } from './config-before.ts';
import { proposedSubgraphs } from './proposed-subgraphs.ts';
import { runChecks } from './run-checks.ts';
import { sideOf } from './side.ts';

export const COMPARE_OPTIONS = {
  ...REGISTRY_OPTIONS,
  base: { type: 'string' },
  subgraph: { type: 'string' },
  schema: { type: 'string' },
  delete: { type: 'string', multiple: true },
  'lint-all': { type: 'boolean', default: false },
} as const;

export const COMPARE_USAGE = `  --base WHAT         what to compare with: a commit, git:origin/main; where the branch left
                      it, git:origin/main...; or what is published, registry:production
                      (default: base of schema.yaml)
  --subgraph NAME     one subgraph whose schema is proposed in --schema; it may be a new one
  --schema FILE       the proposed schema of --subgraph
  --delete NAME       a subgraph to be taken away; can be repeated
  --lint-all          lint what the base has already, too
${REGISTRY_USAGE}`;

/** What `check` has to say of the working tree, approvals applied. Throws Misuse. */
export async function compare(values: Values, io: Io, now: Date): Promise<Report> {
  const { cwd, env, progress, signal } = io;
  const began = performance.now();
  const tree = workingTree(cwd);
  const configFile = String(values.config);
  const config = lintingAll(readSchemaConfig(tree, configFile), values);
  const against = typeof values.base === 'string' ? values.base : config.base;
  const registry = () => registryOf(values, io, config);
  const { base, head } = bothSides(
    await baseSide(against, { config, configFile, io, registry }),
    sideOf(tree, proposedSubgraphs(tree, config, { values, cwd, env, progress })),
  );
  const known = once(() => knownOperations(tree, config, now));
  const comparison: Comparison = {
    ...{ base, head, config, known, now, progress, signal },
    ...configBefore(base.tree, configFile),
  };
  const findings = await runChecks(CHECKERS, comparison);
  return {
    title: 'check',
    facts: factsOf(comparison, (performance.now() - began) / 1_000),
    findings,
    lineAt: linesIn(tree, base.tree),
  };
}

const lintingAll = (config: SchemaConfig, values: Values): SchemaConfig =>
  values['lint-all'] === true ? { ...config, lint: { ...config.lint, all: true } } : config;

function factsOf({ base, head, config, known }: Comparison, seconds: number): string[] {
  const { operations, usage } = known();
  const clients = new Set(operations.map(({ client }) => client)).size;
  const told = [
    plural(head.subgraphs.length, 'subgraph'),
    `${plural(operations.length, 'operation')} of ${plural(clients, 'client')}`,
    usage === 'not-configured'
      ? 'no usage recorded'
      : `usage of ${plural(config.usage?.window_days ?? 0, 'day')} ${usage}`,
  ];
  return [
    `${head.tree.name} compared with ${base.tree.name}`,
    `${told.join('; ')}; ${seconds.toFixed(1)} s`,
  ];
}

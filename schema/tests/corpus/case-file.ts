import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const Subgraphs = z.record(z.string(), z.string().nullable());

const Case = z.strictObject({
  /** A sentence: what is changed, and what follows. */
  title: z.string(),
  /** Subgraphs by name; they begin with the header of ./subgraphs.ts where they have none. */
  before: Subgraphs.default({ shop: 'type Query { ok: Boolean }' }),
  /** What is changed of them; null takes one away. */
  after: Subgraphs.default({}),
  /** Documents by client. */
  operations: z.record(z.string(), z.string()).default({}),
  usage: z.enum(['fresh', 'stale', 'missing', 'not-configured']).default('fresh'),
  /** Event catalogues, in the format of contracts/events.json. */
  events: z.strictObject({ before: z.unknown(), after: z.unknown() }).optional(),
  /** In the format of schema.yaml. */
  contracts: z.record(z.string(), z.unknown()).default({}),
  /** `severity RULE coordinate at file:line, hits client/operation …`, in the order of the report. */
  expected: z.array(z.string()),
  /** Where @graphql-inspector/core judges a coordinate differently, and why we do not follow. */
  inspector: z
    .record(
      z.string(),
      z.strictObject({ verdict: z.enum(['breaking', 'dangerous', 'safe']), because: z.string() }),
    )
    .default({}),
});
export type CorpusCase = z.output<typeof Case>;

/** All cases by `folder/name`. Throws for a file that is not as it must be. */
export function readCases(): [name: string, read: CorpusCase][] {
  const root = import.meta.dirname;
  return globSync('*/*.yaml', { cwd: root })
    .sort()
    .map((file) => {
      const parsed = Case.safeParse(parse(readFileSync(path.join(root, file), 'utf8')));
      if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
      return [file.replace(/\.yaml$/, ''), parsed.data];
    });
}

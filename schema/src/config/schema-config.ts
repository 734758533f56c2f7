import { z } from 'zod';
import { Misuse } from '../exit-codes.ts';
import { LINT_RULE_NAMES } from '../lint/lint-rules.ts';
import type { FileTree } from '../source/file-tree.ts';
import { problems, readYaml } from './yaml-text.ts';

const Operations = z.strictObject({
  client: z.string().min(1).describe('Who sends them, as reports and usage name it.'),
  files: z
    .union([z.string(), z.array(z.string())])
    .transform((files) => [files].flat())
    .describe('Globs: .graphql files, or manifests of trusted documents (.json).'),
  contract: z.string().optional().describe('The contract that it sees; absent: the whole graph.'),
});

const Contract = z
  .strictObject({
    include: z.array(z.string()).default([]).describe('Only what has one of these tags.'),
    exclude: z.array(z.string()).default([]).describe('Nothing that has one of these tags.'),
    hide_unreachable_types: z
      .boolean()
      .default(true)
      .describe('Leave out types that no field leads to.'),
  })
  .refine(({ include, exclude }) => include.length + exclude.length > 0, 'names no tag');

/** Every key of schema.yaml; what they are for is told where editors show it. */
const Sections = z.strictObject({
  supergraph: z
    .string()
    .default('supergraph.yaml')
    .describe("The subgraphs, in the format of rover's supergraph.yaml."),
  base: z
    .string()
    .default('git:origin/main')
    .describe('What a proposal is compared with where --base does not say.'),
  operations: z.array(Operations).default([]).describe('Documents of clients.'),
  usage: z
    .strictObject({
      file: z.string().describe('The committed record of what clients sent.'),
      window_days: z
        .int()
        .positive()
        .default(30)
        .describe('How far back a request counts as use, in days.'),
      stale_after_days: z
        .int()
        .positive()
        .default(14)
        .describe('Records older than this say nothing about today, in days.'),
    })
    .optional()
    .describe('Traffic that the router recorded.'),
  approvals: z
    .string()
    .default('schema.approvals.yaml')
    .describe('Changes that were let through; need not be there.'),
  contracts: z
    .record(z.string().regex(/^[a-z][a-z0-9-]*$/), Contract)
    .default({})
    .describe('Variants of the graph by @tag, by name.'),
  lint: z
    .strictObject({
      rules: z
        .partialRecord(z.enum(LINT_RULE_NAMES), z.enum(['error', 'warning', 'off']))
        .default({})
        .describe('Levels that differ from the default, by rule.'),
      all: z
        .boolean()
        .default(false)
        .describe('Tell of what the base has already, too; as --lint-all does.'),
    })
    .default({ rules: {}, all: false })
    .describe('The style of the subgraphs.'),
  events: z
    .strictObject({ file: z.string().describe('The event schemas as JSON.') })
    .optional()
    .describe('What services tell each other.'),
  rpc: z
    .strictObject({ module: z.string().describe('The folder of buf.yaml.') })
    .optional()
    .describe('Calls between services by gRPC.'),
  rest: z
    .strictObject({ folder: z.string().describe('The folder of routes.yaml.') })
    .optional()
    .describe('Routes that the router serves as REST.'),
  registry: z
    .string()
    .optional()
    .describe('Where supergraphs are published: a directory or a postgres:// URL.'),
});

/** A client cannot see a contract that is not there. */
export const SchemaFile = Sections.superRefine(({ operations, contracts }, context) => {
  for (const [index, { contract }] of operations.entries()) {
    if (contract === undefined || contract in contracts) continue;
    const path = ['operations', index, 'contract'];
    context.addIssue({ code: 'custom', path, message: `there is no contract ${contract}` });
  }
});
export type SchemaConfig = z.output<typeof SchemaFile>;

/** Where it is unless --config says otherwise. */
const USUAL_FILE = 'schema.yaml';

/**
 * Throws Misuse naming line and key of what cannot be used, or a file that is not there. Only the
 * usual one need not be: it is all defaults then.
 */
export function readSchemaConfig(tree: FileTree, file: string): SchemaConfig {
  const text = tree.read(file);
  if (text === null && file !== USUAL_FILE) {
    throw new Misuse(`${file} cannot be read in ${tree.name}.`);
  }
  const yaml = readYaml(file, text ?? '');
  const parsed = SchemaFile.safeParse(yaml.value ?? {});
  if (parsed.success) return parsed.data;
  throw problems(file, yaml, parsed.error.issues);
}

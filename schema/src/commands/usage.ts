import path from 'node:path';
import { printUsage, type UsageFile } from '@souk/router/usage/usage-file';
import { sideOf } from '../check/side.ts';
import type { Command, Io, Values } from '../command.ts';
import { readSupergraphConfig } from '../composition/supergraph-config.ts';
import { readSchemaConfig, type SchemaConfig } from '../config/schema-config.ts';
import { EXIT, Misuse } from '../exit-codes.ts';
import { readUsage } from '../operations/read-usage.ts';
import { replaceFile } from '../source/replace-file.ts';
import { workingTree } from '../source/working-tree.ts';
import { cleaned } from '../usage/cleaned.ts';
import { EXPORTS } from '../usage/exports.ts';
import { mergeUsage, pruneUsage } from '../usage/merge.ts';
import { readSource } from '../usage/sources.ts';
import { usageTable } from '../usage/table.ts';

const DAY_MS = 86_400_000;

type Call = { config: SchemaConfig; file: string; values: Values; io: Io; rest: readonly string[] };

const ACTIONS: Readonly<Record<string, (call: Call) => Promise<void> | void>> = {
  show: (call) => call.io.out(usageTable(recordOf(call))),
  import: importInto,
  export: (call) => call.io.out(exporter(call.values)(recordOf(call))),
  prune: ({ values, ...call }) => {
    const record = recordOf({ values, ...call });
    const days = numberOf(values, 'older-than');
    const since =
      days === null ? null : new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
    write(call, pruneUsage(record, { since, max: numberOf(values, 'max') }), record);
  },
};

export const usage: Command = {
  summary: 'what clients really send: show, import, export, prune',
  usage: `Usage: npm run schema -- usage show
       npm run schema -- usage import SOURCE... [--client NAME]
       npm run schema -- usage export [--as FORM]
       npm run schema -- usage prune [--older-than DAYS] [--max COUNT]

Keeps the record of clients' operations that check goes by. A SOURCE is a file that a router wrote
(usage.directory in router.yaml), a directory of them, or the address of a router's /usage; its
secret is taken from USAGE_SECRET. Values are taken out of every document before it is written.

Options
  --config FILE       what to check                   (default: schema.yaml)
  --client NAME       import only what this client sent; may be given again
  --as FORM           ${Object.keys(EXPORTS).join(', ')}        (default: usage)
  --older-than DAYS   forget what was not seen for so long
  --max COUNT         keep only so many, those that are asked for most
  --help              this text

Exit codes: 0 done, 2 usage or configuration.
`,
  options: {
    config: { type: 'string', default: 'schema.yaml' },
    as: { type: 'string', default: 'usage' },
    client: { type: 'string', multiple: true },
    'older-than': { type: 'string' },
    max: { type: 'string' },
  },
  run: async ({ values, positionals: [name, ...rest], io }) => {
    const act = ACTIONS[name ?? ''];
    if (act === undefined)
      throw new Misuse(`usage takes one of ${Object.keys(ACTIONS).join(', ')}.`);
    const config = readSchemaConfig(workingTree(io.cwd), String(values.config));
    if (config.usage === undefined) {
      throw new Misuse(
        `${values.config} says nothing of usage: { file: … }, where records are kept.`,
      );
    }
    await act({ config, file: config.usage.file, values, io, rest });
    return EXIT.passed;
  },
};

async function importInto({ config, file, values, io, rest }: Call): Promise<void> {
  if (rest.length === 0) throw new Misuse('usage import takes files, directories or addresses.');
  const tree = workingTree(io.cwd);
  const side = sideOf(tree, readSupergraphConfig(tree, config.supergraph, io.env));
  const schema = side.api();
  if (schema === null) throw new Misuse('The subgraphs do not compose; npm run schema -- compose.');
  const sources = (await Promise.all(rest.map((source) => readSource(source, io)))).flat();
  if (sources.length === 0) throw new Misuse(`There is no record in ${rest.join(', ')}.`);
  const text = tree.read(file);
  const record = text === null ? null : readUsage(file, text);
  const clean = sources.map((each) => cleaned(schema, only(values.client, each)));
  write({ file, io }, mergeUsage(record, clean), record);
}

const only = (clients: Values[string], { operations, ...record }: UsageFile): UsageFile => ({
  ...record,
  operations: operations.filter(
    ({ client }) => !Array.isArray(clients) || clients.includes(client),
  ),
});

function recordOf({ file, io }: Call): UsageFile {
  const text = workingTree(io.cwd).read(file);
  if (text === null) throw new Misuse(`${file} is not there; usage import makes it.`);
  return readUsage(file, text);
}

function write({ file, io }: Pick<Call, 'file' | 'io'>, next: UsageFile, last: UsageFile | null) {
  replaceFile(path.resolve(io.cwd, file), printUsage(next));
  const [before, after] = [last?.operations.length ?? 0, next.operations.length];
  io.progress(`${file}: ${before} operations before, ${after} after.`);
}

function exporter({ as }: Values): (usage: UsageFile) => string {
  const found = Object.entries(EXPORTS).find(([name]) => name === as)?.[1];
  if (found === undefined) throw new Misuse(`--as is one of ${Object.keys(EXPORTS).join(', ')}.`);
  return found;
}

function numberOf(values: Values, name: string): number | null {
  const value = values[name];
  if (value === undefined) return null;
  if (/^\d{1,6}$/.test(String(value))) return Number(value);
  throw new Misuse(`--${name} is a number, not "${value}".`);
}

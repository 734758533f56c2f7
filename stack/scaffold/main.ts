import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { filled, NameRejected, type Names, namesOf } from './names.ts';

const USAGE = `Usage: npm run new -- <name> [options]

Makes subgraphs/<name>: a subgraph of its own with a table, a schema that joins the graph by
Product and User, resolvers, a migration and generated types; adds it to supergraph.yaml.
The name is one plural word in lower case, such as reviews.

Options
  --no-install   do not bring package-lock.json up to date
  --help         this text
`;

const FIRST_PORT = 4101;
const TEMPLATE = path.join(import.meta.dirname, 'template');

function run(argv: string[]): void {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    allowNegative: true,
    options: {
      install: { type: 'boolean', default: true },
      help: { type: 'boolean', default: false },
    },
  });
  const [name] = positionals;
  if (values.help || name === undefined) {
    process.stdout.write(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const existing = readdirSync('subgraphs');
  const names = namesOf(name, existing);
  const port = nextPort(existing);
  const folder = path.join('subgraphs', names.plural);
  copyTemplate(folder, names, port);
  appendFileSync('supergraph.yaml', supergraphEntry(names.plural, port));

  const root = process.cwd();
  command('drizzle-kit', ['generate', '--name', 'init'], folder);
  command('graphql-codegen', [], root);
  for (const made of ['compose', 'contract']) {
    command(process.execPath, ['schema/src/main.ts', made], root);
  }
  command('biome', ['check', '--write', folder], root);
  if (values.install) command('npm', ['install', '--package-lock-only'], root);
  process.stdout.write(
    `Made ${folder}, on port ${port}.\n` +
      'npm start runs it with the rest; its schema, domain and tables are yours to change.\n',
  );
}

function copyTemplate(folder: string, names: Names, port: number): void {
  for (const entry of readdirSync(TEMPLATE, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const source = path.join(entry.parentPath, entry.name);
    const target = path.join(folder, filled(path.relative(TEMPLATE, source), names));
    mkdirSync(path.dirname(target), { recursive: true });
    const text = filled(readFileSync(source, 'utf8'), names);
    writeFileSync(target, text.replace('"port": 0', `"port": ${port}`));
  }
}

function nextPort(subgraphs: readonly string[]): number {
  const taken = subgraphs.map((name) => {
    const manifest = JSON.parse(readFileSync(path.join('subgraphs', name, 'package.json'), 'utf8'));
    return Number(manifest.souk?.port ?? 0);
  });
  return Math.max(FIRST_PORT - 1, ...taken) + 1;
}

const supergraphEntry = (name: string, port: number): string => `  ${name}:
    routing_url: http://127.0.0.1:${port}/graphql
    schema:
      file: ./subgraphs/${name}/schema.graphql
`;

function command(program: string, args: readonly string[], cwd: string): void {
  execFileSync(program, args, {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PATH: `${path.resolve('node_modules/.bin')}${path.delimiter}${process.env.PATH}`,
    },
  });
}

try {
  run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof NameRejected || error instanceof TypeError ? 2 : 1;
}

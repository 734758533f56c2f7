import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { complain } from './complaint.ts';
import { UsageError } from './config/flags.ts';
import { findStack } from './running-stack.ts';

const HELP = `Usage: npm run projections -- rebuild|check orders|payments

Rows that a service of the running stack derives from its events: writes them anew, stream by stream,
or only compares them and ends with 1 where they differ. The service works on meanwhile.

Options
  -h, --help   this text

SOUK_DATA_DIR says which stack, as for npm start.
`;

const VERBS = ['rebuild', 'check'];
const root = path.resolve(import.meta.dirname, '../..');

try {
  const asked = parse(process.argv.slice(2));
  if (asked === null) process.stdout.write(HELP);
  else process.exitCode = await run(asked);
} catch (error) {
  complain(process, error);
}

function parse(args: string[]): { verb: string; service: string } | null {
  const { values, positionals } = split(args);
  if (values.help) return null;
  const [verb = '', service, ...more] = positionals;
  if (!VERBS.includes(verb)) throw new UsageError(`Say one of: ${VERBS.join(', ')}. See --help.`);
  if (service === undefined || more.length > 0) throw new UsageError('Name one service.');
  return { verb, service };
}

function split(args: string[]) {
  try {
    const options = { help: { type: 'boolean', short: 'h' } } as const;
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** The service's own command does it; its words and its exit code are passed on. */
async function run({ verb, service }: { verb: string; service: string }): Promise<number> {
  const stack = await findStack(root, process.env);
  const env = { ...process.env, ...stack.environmentOf(service, 'projections') };
  const main = `subgraphs/${service}/src/main.ts`;
  const child = spawn(process.execPath, [main, 'projections', verb], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  return (code as number | null) ?? 1;
}

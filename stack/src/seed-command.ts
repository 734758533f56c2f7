import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { complain } from './complaint.ts';
import { UsageError } from './config/flags.ts';
import { StackError } from './failures.ts';
import { findStack } from './running-stack.ts';

const HELP = `Usage: npm run seed -- --products 100000

Adds generated products to the running stack: variants, prices in three currencies, stock.

Options
  --products N   how many products, 1 to 1000000
  -h, --help     this text

SOUK_DATA_DIR says which stack, as for npm start.
`;

const MOST = 1_000_000;
const PROGRESS_EVERY = 1_000;
const root = path.resolve(import.meta.dirname, '../..');

try {
  const count = countWanted(process.argv.slice(2));
  if (count === null) process.stdout.write(HELP);
  else await seed(count);
} catch (error) {
  complain(process, error);
}

function countWanted(args: string[]): number | null {
  const options = { products: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;
  let values: { products?: string | undefined; help?: boolean | undefined };
  try {
    values = parseArgs({ args, options }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  if (values.help) return null;
  const count = Number(values.products);
  if (!Number.isInteger(count) || count < 1 || count > MOST) {
    throw new UsageError(`--products must be a whole number from 1 to ${MOST}. See --help.`);
  }
  return count;
}

async function seed(count: number): Promise<void> {
  const startedAt = Date.now();
  const stack = await findStack(root, process.env);
  const child = spawn(process.execPath, ['subgraphs/products/src/main.ts', 'seed', '-'], {
    cwd: root,
    env: { ...process.env, ...stack.environmentOf('products', 'seed') },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-4_000);
  });
  const exited = once(child, 'exit');
  // A loader that gives up closes the pipe; its own words say more than EPIPE does.
  const sending = pipeline(Readable.from(lines(count)), child.stdin).catch(() => {});
  const [code] = await exited;
  await sending;
  show('');
  if (code !== 0) {
    throw new StackError(
      `The products were not added: ${complaint.trim()}`,
      'Nothing was changed.',
    );
  }
  const took = ((Date.now() - startedAt) / 1_000).toFixed(1);
  process.stdout.write(`✓ ${count.toLocaleString('en')} products added in ${took} s.\n`);
}

async function* lines(count: number): AsyncGenerator<string> {
  const { generateProducts } = await import('./seed/scale.ts');
  let sent = 0;
  for await (const product of generateProducts(count)) {
    sent += 1;
    if (sent % PROGRESS_EVERY === 0 || sent === count) {
      show(`  ${sent.toLocaleString('en')} of ${count.toLocaleString('en')} products …`);
    }
    yield `${JSON.stringify(product)}\n`;
  }
}

function show(text: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[2K${text}`);
}

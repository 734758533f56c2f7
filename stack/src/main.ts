import path from 'node:path';
import { type Options, parseOptions, UsageError } from './config/flags.ts';
import { help } from './config/help.ts';
import { readTopology } from './config/topology.ts';
import { StackError } from './failures.ts';
import { reportIncidents } from './screen/incidents.ts';
import { type Progress, showProgress } from './screen/progress.ts';
import { painter } from './screen/style.ts';
import { renderSummary } from './screen/summary.ts';
import { createStack, type Stack } from './stack.ts';

const root = path.resolve(import.meta.dirname, '../..');
// npm passes the terminal's Ctrl-C on, so one press arrives twice.
const ONE_PRESS_MS = 1_000;
const PATIENCE_AFTER_A_SECOND_PRESS_MS = 3_000;
const { stdout, stderr } = process;
// A terminal that went away must not keep the stack from stopping in order.
for (const stream of [stdout, stderr]) stream.on('error', () => {});

try {
  const services = readTopology(root);
  const names = services.map(({ name }) => name);
  const options = parseOptions(process.argv.slice(2), process.env, names, root);
  if (options === null) stdout.write(help(names));
  else await run(options, createStack(options, machine(services)));
} catch (error) {
  complain(error);
  process.exit(error instanceof UsageError ? 2 : 1);
}

function machine(services: ReturnType<typeof readTopology>) {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'));
  return {
    root,
    node: process.execPath,
    env: Object.fromEntries(inherited),
    services,
    writeDataset: async (folder: string) =>
      (await import('./seed/dataset.ts')).writeDataset(folder),
  };
}

async function run(options: Options, stack: Stack): Promise<void> {
  const startedAt = Date.now();
  const paint = painter(stdout);
  stdout.write(`\n  ${paint('bold', 'Souk')} ${paint('dim', 'is opening …')}\n\n`);
  let progress: Progress | null = showProgress(stdout, stack.ids);
  const incidents = reportIncidents(stdout, options.dataDirectory);
  let stopping: Promise<void> | null = null;
  let stoppingSince = 0;

  const stop = () => {
    progress?.finish();
    stdout.write(`\n  ${paint('bold', 'Souk')} ${paint('dim', 'is closing …')}\n\n`);
    progress = showProgress(stdout, stack.ids.filter(stack.isRunning));
    return stack.stop().finally(() => progress?.finish());
  };
  const onSignal = () => {
    if (stopping !== null) {
      if (Date.now() - stoppingSince <= ONE_PRESS_MS) return;
      stack.kill();
      // Whatever still holds the start up, a file system above all, must not hold up its end.
      setTimeout(() => process.exit(1), PATIENCE_AFTER_A_SECOND_PRESS_MS).unref();
      return;
    }
    stoppingSince = Date.now();
    stopping = stop();
    stopping.then(
      () => process.exit(0),
      (error) => {
        complain(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);

  try {
    await stack.start((change) => {
      if (progress !== null) progress.set(change.id, change.state, noteOf(change));
      else incidents(change);
    });
  } catch (error) {
    if (stopping !== null) return;
    stopping = stop();
    await stopping;
    throw error;
  }
  progress.finish();
  progress = null;
  const facts = {
    plan: stack.plan,
    bus: options.bus,
    tookMs: Date.now() - startedAt,
    dataDirectory: displayPath(options.dataDirectory),
    demoUsers: options.seed,
  };
  stdout.write(renderSummary(facts, paint));
}

/** Short where it is below the folder we are in. */
function displayPath(folder: string): string {
  const relative = path.relative(process.cwd(), folder);
  return relative === '' || relative.startsWith('..') ? folder : relative;
}

function noteOf(change: object): string {
  return 'how' in change && typeof change.how === 'string' ? `${change.how}, again` : '';
}

function complain(error: unknown): void {
  const paint = painter(stderr);
  if (error instanceof UsageError) {
    stderr.write(`${paint('red', error.message)}\nSee: npm start -- --help\n`);
  } else if (error instanceof StackError) {
    stderr.write(`\n${paint('red', `✗ ${error.message}`)}\n  ${error.advice}\n`);
  } else {
    stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  }
}

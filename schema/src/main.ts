import { parseArgs } from 'node:util';
import type { Command, Io } from './command.ts';
import { COMMANDS } from './commands.ts';
import { EXIT, type ExitCode, Misuse } from './exit-codes.ts';

async function usage(): Promise<string> {
  const lines = Object.entries(COMMANDS).map(async ([name, load]) => {
    const { summary } = await load();
    return `  ${name.padEnd(10)} ${summary}`;
  });
  return `Usage: npm run schema -- <command> [options]

Commands
${(await Promise.all(lines)).join('\n')}

  --help      of a command: its options

Data goes to standard output, progress to standard error.
Exit codes: 0 passed, 1 a check failed, 2 usage or configuration, 3 a fault of this program.
`;
}

async function run([name, ...args]: string[], io: Io): Promise<ExitCode> {
  if (name === undefined || name === '--help' || name === 'help') {
    io.out(await usage());
    return name === undefined ? EXIT.misused : EXIT.passed;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    const known = Object.keys(COMMANDS).join(', ');
    throw new Misuse(`There is no command "${name}". There are: ${known}.`);
  }
  const command = await load();
  const { values, positionals } = parsed(command, args);
  if (values.help) {
    io.out(command.usage);
    return EXIT.passed;
  }
  return await command.run({ values, positionals, io });
}

function parsed({ options }: Command, args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { ...options, help: { type: 'boolean' } },
    });
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
}

/** Tells of what went wrong, and gives what to say to the shell. */
function fault(error: unknown): number {
  if (stop.signal.aborted) return INTERRUPTED;
  const misused = error instanceof Misuse;
  const text = misused ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  return misused ? EXIT.misused : EXIT.internal;
}

/** As shells have it for Ctrl-C. */
const INTERRUPTED = 130;
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
// Node's own code for it is that of a failed check.
process.on('uncaughtException', (error) => process.exit(fault(error)));

try {
  process.exitCode = await run(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    progress: (line) => process.stderr.write(`${line}\n`),
    // Opened only by who reads it.
    get input() {
      return process.stdin;
    },
    colour: process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
    env: process.env,
    cwd: process.cwd(),
    signal: stop.signal,
  });
} catch (error) {
  process.exitCode = fault(error);
}

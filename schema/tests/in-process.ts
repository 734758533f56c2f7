import { parseArgs } from 'node:util';
import type { Command, Values } from '../src/command.ts';
import type { ExitCode } from '../src/exit-codes.ts';

export type Said = { code: ExitCode; out: string; progress: string };

/** Calls a command as main.ts does, without the cost of a process. Throws what it throws. */
export async function call(command: Command, cwd: string, ...args: string[]): Promise<Said> {
  const { values, positionals } = parseArgs({
    ...{ args, allowPositionals: true, options: command.options },
  });
  const said = { out: '', progress: '' };
  const code = await command.run({
    ...{ values: values as Values, positionals },
    io: {
      out: (text) => {
        said.out += text;
      },
      progress: (line) => {
        said.progress += `${line}\n`;
      },
      ...{ env: {}, cwd, signal: new AbortController().signal },
    },
  });
  return { code, ...said };
}

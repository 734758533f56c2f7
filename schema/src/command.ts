import type { ParseArgsOptionsConfig } from 'node:util';
import type { ExitCode } from './exit-codes.ts';

/** Where a command writes: data to `out`, progress and complaints to `progress`. */
export type Io = {
  out: (text: string) => void;
  progress: (line: string) => void;
  /** Standard input, for commands that can read it. */
  input?: AsyncIterable<unknown>;
  /** Whether who reads `out` sees colours. */
  colour?: boolean;
  /** The environment, for the few things that belong there, such as the URL of a registry. */
  env: Readonly<Record<string, string | undefined>>;
  /** The directory that paths are relative to. */
  cwd: string;
  /** Aborted by SIGINT and SIGTERM. */
  signal: AbortSignal;
};

export type Values = Readonly<Record<string, string | boolean | string[] | undefined>>;

/** One subcommand. `usage` is the whole text of `--help`. */
export type Command = {
  summary: string;
  usage: string;
  options: ParseArgsOptionsConfig;
  /** Throws Misuse for arguments or files that cannot be used. */
  run: (call: { values: Values; positionals: readonly string[]; io: Io }) => Promise<ExitCode>;
};

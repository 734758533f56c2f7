import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';

/** Something that runs until it is stopped or dies. */
export type Running = {
  pid: number;
  /** Resolves when it is gone, whoever ended it, with a word about how. Never rejects. */
  exited: Promise<string>;
  /** Asks it to end; harmless when it is gone. */
  stop: () => void;
  /** Ends it at once. */
  kill: () => void;
};

/**
 * Starts a Node program that logs to a file. Its standard input is a pipe that closes when this
 * process is gone, however it went, and then the program ends too.
 */
export function launchNode(options: {
  node: string;
  args: readonly string[];
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  logFile: string;
}): Running {
  const log = openSync(options.logFile, 'a');
  const child = spawn(options.node, options.args, {
    cwd: options.cwd,
    env: options.env,
    // A process group of its own: Ctrl-C in the terminal must reach the stack alone.
    detached: true,
    stdio: ['pipe', log, log],
  });
  closeSync(log);
  child.stdin?.on('error', () => {});
  const exited = once(child, 'exit').then(
    ([code, signal]) => (signal === null ? `exit code ${code}` : `signal ${signal}`),
    (error) => String(error),
  );
  return {
    pid: child.pid ?? 0,
    exited,
    stop: () => child.kill('SIGTERM'),
    kill: () => child.kill('SIGKILL'),
  };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type RouterProcess = {
  readonly port: number;
  start: () => Promise<void>;
  /** SIGTERM; resolves with its exit code. */
  drain: () => Promise<number | null>;
  metrics: () => Promise<string>;
  end: () => void;
};

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** Our router as a process of its own. */
export function routerProcess(
  port: number,
  files: { supergraph: string; discovery: string },
  env: Record<string, string> = {},
): RouterProcess {
  let child: ChildProcess | null = null;
  return {
    port,
    start: async () => {
      const args = ['--supergraph', files.supergraph, '--discovery', files.discovery];
      const started = spawn(process.execPath, [main, ...args, '--port', String(port)], {
        env: {
          PATH: process.env.PATH,
          NODE_ENV: 'production',
          LOG_LEVEL: 'info',
          STOP_ON_STDIN_CLOSE: '1',
          ...env,
        },
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      child = started;
      const log = started.stdout.setEncoding('utf8');
      let text = '';
      while (!text.includes('"listening"')) {
        if (started.exitCode !== null) throw new Error(`router ended: ${text}`);
        const [part] = await once(log, 'data');
        text += part;
      }
      if (process.env.FAULT_LOG) log.on('data', (part) => process.stderr.write(part));
      else log.resume();
    },
    drain: async () => {
      if (child === null) return null;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = await ended;
      return code as number | null;
    },
    metrics: async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text(),
    end: () => child?.kill('SIGKILL'),
  };
}

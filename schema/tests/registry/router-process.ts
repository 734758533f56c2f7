import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../../router/src/main.ts', import.meta.url));

export type RouterProcess = {
  /** The names of the fields of a type, as clients see them now. */
  fieldsOf: (type: string) => Promise<string[]>;
  metrics: () => Promise<string>;
  log: () => string;
  stop: () => Promise<void>;
};

/** A router of ours as a process of its own, with what follows `--supergraph`. */
export async function routerProcess(
  supergraph: readonly string[],
  env: Record<string, string> = {},
): Promise<RouterProcess> {
  const args = ['--supergraph', ...supergraph, '--port', '0'];
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'info', STOP_ON_STDIN_CLOSE: '1', ...env },
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  }
  const url = () => /"url":"([^"]+)"/.exec(log)?.[1];
  while (url() === undefined) {
    if (child.exitCode !== null) throw new Error(`The router ended: ${log}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    fieldsOf: async (type) => {
      const response = await fetch(`${url()}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: `{ __type(name: "${type}") { fields { name } } }` }),
      });
      const { data } = (await response.json()) as {
        data: { __type: { fields: { name: string }[] } };
      };
      return data.__type.fields.map(({ name }) => name);
    },
    metrics: async () => (await fetch(`${url()}/metrics`)).text(),
    log: () => log,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

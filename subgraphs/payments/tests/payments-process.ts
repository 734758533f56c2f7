import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../../stack/tests/psp-process.ts';

const MAIN = `${import.meta.dirname}/../src/main.ts`;

/** The service as a process of its own, which can be killed at any moment and started again. */
export async function paymentsProcess(env: Readonly<Record<string, string>>) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess;
  const start = async (): Promise<void> => {
    const begun = spawn(process.execPath, [MAIN], {
      env: { PATH: process.env.PATH, PORT: String(port), LOG_LEVEL: 'fatal', ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child = begun;
    const isUp = () =>
      fetch(`${url}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
    while (!(await isUp())) {
      if (begun.exitCode !== null) throw new Error('payments did not come up');
      await sleep(20);
    }
  };
  await start();
  return {
    url,
    start,
    kill: async (): Promise<void> => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

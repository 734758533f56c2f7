import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

/** Whether this machine has a Redis server. */
export function hasRedis(): boolean {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export type TestRedis = {
  readonly url: string;
  start: () => Promise<void>;
  stop: () => Promise<void>;
  /** Stops it without closing a connection, and lets it go on. */
  freeze: () => void;
  thaw: () => void;
};

/** A Redis server of one's own, on a free port, that writes nothing to disk. */
export async function testRedis(): Promise<TestRedis> {
  const port = await freePort();
  let running: ChildProcess | null = null;

  async function start(): Promise<void> {
    const options = [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
    ];
    const started = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] });
    running = started;
    await new Promise<void>((resolve, reject) => {
      started.once('error', reject);
      started.once('exit', () => reject(new Error('redis-server ended')));
      started.stdout?.on('data', (chunk) => {
        if (String(chunk).includes('Ready to accept connections')) resolve();
      });
    });
  }

  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    stop: async () => {
      const stopped = running;
      running = null;
      if (stopped === null) return;
      const ended = new Promise((resolve) => stopped.once('exit', resolve));
      stopped.kill('SIGKILL');
      await ended;
    },
    freeze: () => void running?.kill('SIGSTOP'),
    thaw: () => void running?.kill('SIGCONT'),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shop } from '../graph/shop.ts';
import { composed } from '../graph/start.ts';
import type { TestSubgraph } from '../graph/subgraph-server.ts';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** A router in a process of its own, on the test shop. */
export type RouterProcess = {
  readonly url: string;
  readonly subgraphs: readonly TestSubgraph[];
  isAlive: () => boolean;
  /** Resolves when the process has ended. */
  readonly ended: Promise<unknown>;
  /** What it wrote to standard error. */
  complaints: () => string;
  /** Resident memory, bytes. */
  memory: () => number;
  /** Seconds of CPU that it has used. */
  cpuSeconds: () => number;
  stop: () => Promise<void>;
};

/** `serve`: puts the supergraph where the router is to find it, a file otherwise. */
export async function routerProcess(
  env: Record<string, string> = {},
  serve?: (sdl: string) => Promise<string>,
): Promise<RouterProcess> {
  const subgraphs = shop();
  await Promise.all(subgraphs.map((subgraph) => subgraph.start()));
  const folder = mkdtempSync(join(tmpdir(), 'router-hostile-'));
  const file = join(folder, 'supergraph.graphql');
  const sdl = composed(subgraphs);
  writeFileSync(file, sdl);
  const supergraph = serve === undefined ? file : await serve(sdl);
  const child = spawn(process.execPath, [main, '--supergraph', supergraph, '--port', '0'], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'info', ...env },
  });
  let stderr = '';
  let url: string | undefined;
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    url ??= /"url":"([^"]+)"/.exec(text)?.[1];
  });
  while (url === undefined) {
    if (child.exitCode !== null) throw new Error(stderr);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const proc = (name: string) => readFileSync(`/proc/${child.pid}/${name}`, 'utf8');
  return {
    url,
    subgraphs,
    ended: once(child, 'exit'),
    isAlive: () => child.exitCode === null && child.signalCode === null,
    complaints: () => stderr,
    memory: () => Number(/VmRSS:\s+(\d+) kB/.exec(proc('status'))?.[1]) * 1_024,
    cpuSeconds: () => {
      const fields = proc('stat').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) / 100;
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await Promise.all(subgraphs.map((subgraph) => subgraph.stop()));
      rmSync(folder, { recursive: true });
    },
  };
}

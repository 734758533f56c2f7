import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeMadeUpRepository } from '../../../schema/tests/scale/made-up-repository.ts';
import { spread, table } from '../figures.ts';
import { type Run, runCheck } from './run-check.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const LARGE = { subgraphs: 100, types: 10_000, operations: 5_000 };
const SMALL = { subgraphs: 10, types: 1_000, operations: 500 };

/** The most that a whole `check` may take, wall clock seconds and bytes at the peak. */
const ALLOWED = { ours: { seconds: 5 }, large: { seconds: 60, bytes: 2 * 1_024 ** 3 } };

/**
 * Measures `npm run schema -- check`: of this repository against its last commit, and of a made-up
 * graph. Prints a table; throws where the median is over what is allowed. `short`: a made-up graph of a
 * tenth of the size, once, held to nothing but that it works.
 */
export async function benchSchema({ rounds, short }: { rounds: number; short: boolean }) {
  const size = short ? SMALL : LARGE;
  const folder = mkdtempSync(path.join(tmpdir(), 'made-up-'));
  try {
    writeMadeUpRepository(folder, size);
    const times = short ? 1 : rounds;
    const ours = await repeated(times, ROOT, 'git:HEAD');
    const madeUp = await repeated(short ? 1 : Math.min(3, rounds), folder, 'git:main');
    const name = `${size.subgraphs} subgraphs, ${size.types} types, ${size.operations} operations`;
    const rows = [row(`this repository (${revision()})`, ours), row(name, madeUp)];
    process.stdout.write(`check; median (min to max)\n\n${table([HEAD, ...rows])}\n`);
    if (short) return;
    hold('this repository', median(ours, 'seconds'), ALLOWED.ours.seconds, 's');
    hold(name, median(madeUp, 'seconds'), ALLOWED.large.seconds, 's');
    hold(name, median(madeUp, 'bytes'), ALLOWED.large.bytes, 'bytes');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const HEAD = ['graph', 'wall clock, s', 'CPU, s', 'peak memory, MiB', 'findings'];

async function repeated(times: number, cwd: string, base: string): Promise<Run[]> {
  const runs: Run[] = [];
  while (runs.length < times) runs.push(await runCheck(ROOT, cwd, base));
  return runs;
}

const row = (name: string, runs: readonly Run[]): string[] => [
  name,
  told(runs.map(({ seconds }) => seconds)),
  told(runs.map(({ cpuSeconds }) => cpuSeconds)),
  told(
    runs.map(({ bytes }) => bytes / 1_024 ** 2),
    0,
  ),
  `${runs[0]?.findings ?? 0}`,
];

function told(values: readonly number[], digits = 1): string {
  const { min, median: middle, max } = spread(values);
  return `${middle.toFixed(digits)} (${min.toFixed(digits)} to ${max.toFixed(digits)})`;
}

const median = (runs: readonly Run[], what: 'seconds' | 'bytes'): number =>
  spread(runs.map((run) => run[what])).median;

function hold(name: string, measured: number, allowed: number, unit: string): void {
  if (measured <= allowed) return;
  throw new Error(`${name}: ${measured.toFixed(1)} ${unit}, more than the ${allowed} allowed`);
}

const revision = (): string =>
  execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();

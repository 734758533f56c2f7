import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pin } from '../../cpu.ts';
import { spread, table } from '../../figures.ts';
import { type BenchClient, clients } from './clients.ts';

type Work = {
  readonly name: string;
  readonly size: number;
  /** How many chains of requests run at once, and how many requests each sends at a time. */
  readonly chains: number;
  readonly burst: number;
};

/** As an executor sends: several fetches of a plan at once, or one after another. */
const WORK: readonly Work[] = [
  { name: '300 B, 16 × 1 at once', size: 300, chains: 16, burst: 1 },
  { name: '300 B, 8 × 8 at once', size: 300, chains: 8, burst: 8 },
  { name: '300 B, 1 × 1 at once', size: 300, chains: 1, burst: 1 },
  { name: '20 kB, 16 × 1 at once', size: 20_000, chains: 16, burst: 1 },
  { name: '20 kB, 8 × 8 at once', size: 20_000, chains: 8, burst: 8 },
];

const BODY = JSON.stringify({
  query: 'query($r:[_Any!]!){_entities(representations:$r){...on Product{name price{amount}}}}',
  variables: { r: Array.from({ length: 4 }, (_, i) => ({ __typename: 'Product', id: `p-${i}` })) },
});

/**
 * CPU time of this process per request by client, server in another process on another core; all
 * clients take turns within each round, so that what else the machine does hits them alike.
 */
export async function benchClients(options: { rounds: number; requests: number }): Promise<void> {
  const server = spawn(process.execPath, [path.join(import.meta.dirname, 'canned-server.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(server.stdout, 'data')) as [Buffer];
  pin(process.pid, 0);
  pin(server.pid ?? 0, 1);
  const compared = clients(Number(port.toString()));
  try {
    for (const work of WORK) {
      process.stdout.write(`${await compare(compared, work, options)}\n\n`);
    }
  } finally {
    for (const client of compared) client.close();
    server.kill();
  }
}

async function compare(
  compared: readonly BenchClient[],
  work: Work,
  { rounds, requests }: { rounds: number; requests: number },
): Promise<string> {
  const measured = compared.map(() => [] as number[]);
  for (const client of compared) await microsecondsEach(client, work, requests);
  for (let round = 0; round < rounds; round++) {
    for (const [index, client] of compared.entries()) {
      measured[index]?.push(await microsecondsEach(client, work, requests));
    }
  }
  const spreads = measured.map(spread);
  const first = spreads[0]?.median ?? Number.NaN;
  return table([
    [work.name, 'CPU µs min', 'median', 'max', 'lean = 1'],
    ...compared.map(({ name }, index) => {
      const { min = 0, median = 0, max = 0 } = spreads[index] ?? {};
      return [name, ...[min, median, max].map((it) => it.toFixed(1)), (median / first).toFixed(2)];
    }),
  ]);
}

async function microsecondsEach(client: BenchClient, work: Work, requests: number) {
  const to = `/${work.size}`;
  let left = requests;
  const before = process.cpuUsage();
  const chain = async () => {
    while (left > 0) {
      left -= work.burst;
      const texts = await Promise.all(
        Array.from({ length: work.burst }, () => client.post(to, BODY)),
      );
      for (const { length } of texts) if (length !== work.size) throw new Error(`${length} bytes`);
    }
  };
  await Promise.all(Array.from({ length: work.chains }, chain));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / requests;
}

import { randomUUID } from 'node:crypto';
import { openDatabases } from '../../../tests/chaos/audit/databases.ts';
import { openAccounts, signIn } from '../../../tests/chaos/shop/accounts.ts';
import { openShop } from '../../../tests/chaos/shop/open-shop.ts';
import { patientGraph } from '../../../tests/chaos/site/graph.ts';
import { openSite, type Site } from '../../../tests/chaos/site/site.ts';
import { table } from '../figures.ts';
import { checkOut } from './check-out.ts';

const REPLICAS = [1, 2, 4];
const ADMIN = 'ada@souk.example';
const WARM_UP = 0.2;
const ALONE = 0.25;

export type Load = { checkouts: number; shoppers: number };

/**
 * Measures checkouts through the router of a whole stack, with 1, 2 and 4 replicas of orders: how many
 * a second, and how long from placeOrder until the order is CONFIRMED. Prints a table.
 */
export async function benchCheckout(load: Load): Promise<void> {
  const rows: string[][] = [];
  for (const replicas of REPLICAS) {
    const { alone, crowd } = await measure(replicas, load);
    rows.push([
      `${replicas}`,
      ...[alone.p50, alone.p99, crowd.p50, crowd.p99].map((ms) => ms.toFixed(0)),
      crowd.perSecond.toFixed(1),
    ]);
  }
  const head = ['replicas', 'p50, alone', 'p99, alone', 'p50', 'p99', 'checkouts/s'];
  process.stdout.write(
    `From placeOrder to CONFIRMED, milliseconds; alone, and ${load.shoppers} shoppers at once\n\n`,
  );
  process.stdout.write(`${table([head, ...rows])}\n`);
}

type Figures = { perSecond: number; p50: number; p99: number };

async function measure(replicas: number, load: Load): Promise<{ alone: Figures; crowd: Figures }> {
  const site = await openSite({
    bus: null,
    scale: { orders: replicas },
    env: { LOG_LEVEL: 'warn', ACCESS_TOKEN_SECONDS: '3000' },
  });
  try {
    const some = await openTill(site, load.shoppers);
    await some({ ...load, checkouts: load.checkouts * WARM_UP });
    const alone = await some({ shoppers: 1, checkouts: load.checkouts * ALONE });
    return { alone, crowd: await some(load) };
  } finally {
    await site.stop({ keep: false });
  }
}

/** What so many shoppers at once take for so many checkouts, on a stack that is ready for them. */
async function openTill(site: Site, most: number): Promise<(load: Load) => Promise<Figures>> {
  const graph = patientGraph(site.addresses.router, () => 10_000);
  const databases = openDatabases(site);
  const admin = await signIn(graph, ADMIN);
  const about = { checkouts: 0, seed: Date.now() };
  const { shelves } = await openShop(graph, admin, databases, about).finally(databases.close);
  const accounts = openAccounts(graph, about.seed);
  await accounts.prepare(most);
  return async ({ checkouts, shoppers }) => {
    let left = Math.ceil(checkouts);
    const waits: number[] = [];
    const one = async () => {
      const account = await accounts.take();
      while (left > 0) {
        left -= 1;
        const variantId = shelves.common[left % shelves.common.length] ?? '';
        waits.push((await checkOut(graph, account, { variantId, key: randomUUID() })).ms);
      }
      accounts.giveBack(account);
    };
    const began = performance.now();
    await Promise.all(Array.from({ length: shoppers }, one));
    const seconds = (performance.now() - began) / 1_000;
    waits.sort((a, b) => a - b);
    const at = (share: number) => waits[Math.floor((waits.length - 1) * share)] ?? Number.NaN;
    return { perSecond: waits.length / seconds, p50: at(0.5), p99: at(0.99) };
  };
}

import { seededRandom } from '@souk/stack/seed/random';
import { type Databases, ON_THE_BUS, openDatabases } from './audit/databases.ts';
import type { Facts } from './audit/facts.ts';
import { listen } from './audit/listener.ts';
import { tapOutbox, tapTasks } from './audit/tap.ts';
import { collect } from './collect.ts';
import type { Planned } from './faults/plan.ts';
import { startFaults } from './faults/strike.ts';
import type { Options } from './options.ts';
import { openAccounts, signIn } from './shop/accounts.ts';
import { openDiary } from './shop/diary.ts';
import { intend } from './shop/intention.ts';
import { mopUp } from './shop/mop-up.ts';
import { openShop } from './shop/open-shop.ts';
import { replay } from './shop/replay.ts';
import { startReturns } from './shop/returns.ts';
import { type Shop, shop } from './shop/shopper.ts';
import { inParallel, startStaff } from './shop/staff.ts';
import { type Broker, startBroker } from './site/broker.ts';
import { patientGraph } from './site/graph.ts';
import { gist, watchQuiet } from './site/quiet.ts';
import { openSite, type Site } from './site/site.ts';

export type Run = Options & {
  /** Programs that run instead of a service's own. */
  mains?: Readonly<Record<string, string>>;
  /** What breaks before anything that is left to chance. */
  first?: readonly Planned[];
  /** Instances of a service, where it is not one. */
  scale?: Readonly<Record<string, number>>;
  /** How long everything may take to come to its end. */
  quietMs?: number;
  /** How long a shopper waits for an order to come to a rest. */
  patienceMs?: number;
  tell: (line: string) => void;
};

const SCALE = { orders: 2, payments: 2, products: 2 };
const ADMIN = 'ada@souk.example';
const PATIENCE_MS = 90_000;
const SHOPPER_PATIENCE_MS = 60_000;
const QUIET_PATIENCE_MS = 120_000;
const REPLAYS = 40;

/** Starts a stack, wears it out, heals it, and collects what is left. */
export async function run(options: Run): Promise<Facts> {
  const { tell } = options;
  const broker = await startBroker(options.bus);
  const site = await openSite({
    bus: broker?.url ?? null,
    scale: options.scale ?? SCALE,
    env: { CHECKOUT_PACE: `${options.pace}`, ACCESS_TOKEN_SECONDS: '3000', LOG_LEVEL: 'warn' },
    ...(options.mains && { mains: options.mains }),
  });
  tell(`the stack is up: ${site.addresses.router}, ${site.dataDirectory}`);
  const databases = openDatabases(site);
  try {
    return await wearOut(options, site, databases, broker);
  } finally {
    await databases.close().catch(() => {});
    await site.stop({ keep: options.keep });
    if (options.keep) tell(`data and logs: ${site.dataDirectory}`);
    await broker?.stop();
  }
}

async function wearOut(
  options: Run,
  site: Site,
  databases: Databases,
  broker: Broker | null,
): Promise<Facts> {
  const { seed, checkouts, tell } = options;
  const random = (what: string) => seededRandom(`${seed} ${what}`);
  const graph = patientGraph(site.addresses.router, () => PATIENCE_MS);
  const since = new Date();
  for (const name of ON_THE_BUS) await tapOutbox(databases[name]);
  await tapTasks(databases.payments);
  const listener = await listen(site.busUrl, ON_THE_BUS);
  const admin = await signIn(graph, ADMIN);
  const { shelves, before } = await openShop(graph, admin, databases, options);
  const accounts = openAccounts(graph, seed);
  await accounts.prepare(options.shoppers);
  const diary = openDiary();
  const returns = startReturns(graph);
  const around: Shop = {
    ...{ graph, accounts, diary, shelves, seed, provider: `${site.addresses.psp}` },
    patienceMs: options.patienceMs ?? SHOPPER_PATIENCE_MS,
    wantsToReturn: returns.wish,
  };
  const staff = startStaff(graph, admin, random('staff'), since);
  tell(`the shop is open, ${options.shoppers} at a time`);

  const faults = options.faults
    ? startFaults({
        site,
        listener,
        restartBroker: broker?.restart ?? null,
        random: random('faults'),
        first: options.first ?? [],
        tell,
      })
    : null;
  const people = random('people');
  const counter = {
    ...{ common: shelves.common.length, scarce: shelves.scarce.length },
    ...{ coupons: shelves.coupons.length, total: checkouts },
  };
  const intentions = Array.from({ length: checkouts }, (_, number) =>
    intend(people, number, counter),
  );
  let done = 0;
  const progress = setInterval(() => tell(`${done} of ${checkouts} checkouts`), 5_000);
  await inParallel(
    intentions.map((intention) => async () => {
      await shop(around, intention).catch((error) => tell(`  ${intention.number}: ${error}`));
      done += 1;
    }),
    options.shoppers,
  );
  clearInterval(progress);
  tell(`${done} checkouts; ${faults?.struck() ?? 0} faults; healing`);
  await faults?.heal();

  let told = '';
  const tellOnce = (lines: readonly string[]) => {
    if (gist(lines) !== told) tell(gist(lines));
    told = gist(lines);
  };
  const quiet = watchQuiet(databases, listener, since);
  const { quietMs = QUIET_PATIENCE_MS } = options;
  let open: string[] = [];
  for (let round = 1; ; round += 1) {
    const bought = await mopUp(around, round);
    open = await quiet.wait(quietMs, tellOnce);
    tell(`mopped up: ${bought} orders more`);
    if (open.length > 0 || (bought === 0 && round > 1)) break;
  }
  const replays = await replay(graph, diary, random('replays'), REPLAYS);
  if (open.length === 0) await quiet.wait(quietMs, tellOnce);
  await returns.close();
  await staff.close();
  tell('collecting what is left');
  const facts = await collect(site, databases, {
    ...{ since, before, coupons: shelves.coupons, heard: listener.heard },
    ...{ attempts: diary.attempts(), replays },
  });
  await listener.close();
  return facts;
}

import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Leaves the router some time for reloads: it is not its speed that is looked at. */
const PAUSE_MS = 10;

/** What clients do: the same again, other variables, other texts, writes, mistakes. */
const REQUESTS: readonly ((n: number) => object)[] = [
  () => ({ query: '{ products(first: 3) { title sold } people { id name } }' }),
  (n) => ({
    query: 'query ($n: String!) { named(name: $n) { id } products(first: 2) { title price } }',
    variables: { n: `n${n}` },
  }),
  (n) => ({ query: `{ a${n}: viewer { id name } }` }),
  (n) => ({ query: 'mutation ($t: String!) { noteA(text: $t) }', variables: { t: `${n}` } }),
  (n) => ({ query: `{ viewer { none${n} } }` }),
  () => ({ query: '{ __schema { types { name } } }' }),
  (n) => ({ query: `{ viewer {{ ${n}` }),
  () => ({ query: '{ orders { id shipments { id } } }' }),
];

export type MixedLoad = {
  readonly counts: { asked: number; wrong: number };
  stop: () => Promise<void>;
};

/** Asks all the time; `wrong` counts answers of 500 and more, and those that did not come. */
export function mixedLoad(url: string, connections: number): MixedLoad {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const counts = { asked: 0, wrong: 0 };
  let isOver = false;

  const ask = (body: string): Promise<number> =>
    new Promise((resolve) => {
      const headers = { 'content-type': 'application/json' };
      const sent = request(`${url}/graphql`, { agent, method: 'POST', headers }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode ?? 500));
        response.on('error', () => resolve(500));
      });
      sent.on('error', () => resolve(500));
      sent.end(body);
    });

  async function client(): Promise<void> {
    while (!isOver) {
      const n = counts.asked++;
      const make = REQUESTS[n % REQUESTS.length] ?? (() => ({}));
      if ((await ask(JSON.stringify(make(n)))) >= 500) counts.wrong += 1;
      await sleep(PAUSE_MS);
    }
  }
  const clients = Promise.all(Array.from({ length: connections }, client));
  return {
    counts,
    stop: async () => {
      isOver = true;
      await clients;
      agent.destroy();
    },
  };
}

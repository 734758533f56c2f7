import { Agent, request } from 'node:http';

/** One request of the load, as its client saw it. */
export type Asked = {
  /** On the clock of performance.now(). */
  readonly at: number;
  readonly ms: number;
  /** Complete, without an error. */
  readonly isGood: boolean;
  /** What belongs to other subgraphs is there. */
  readonly hasRest: boolean;
  readonly codes: readonly string[];
};

export type Load = {
  readonly asked: readonly Asked[];
  stop: () => Promise<void>;
};

const QUERY = 'query ($n: String!) { named(name: $n) { name } products(first: 2) { title sold } }';
const GIVEN_UP_MS = 15_000;

/** Asks all the time, `connections` at once; each query is another one for accounts. */
export function load(port: () => number, connections: number, pauseMs: number): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' });
  const asked: Asked[] = [];
  let isOver = false;
  let count = 0;

  async function client(): Promise<void> {
    while (!isOver) {
      const at = performance.now();
      const answer = await ask(agent, port(), `n${count++}`);
      asked.push({ at, ms: performance.now() - at, ...answer });
      await new Promise((resolve) => setTimeout(resolve, pauseMs * 2 * Math.random()));
    }
  }
  const clients = Promise.all(Array.from({ length: connections }, client));
  return {
    asked,
    stop: async () => {
      isOver = true;
      await clients;
      agent.destroy();
    },
  };
}

function ask(agent: Agent, port: number, name: string): Promise<Omit<Asked, 'at' | 'ms'>> {
  const body = JSON.stringify({ query: QUERY, variables: { n: name } });
  const failed = (code: string) => ({ isGood: false, hasRest: false, codes: [code] });
  return new Promise((resolve) => {
    const sent = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        path: '/graphql',
        method: 'POST',
        timeout: GIVEN_UP_MS,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part) => {
          text += part;
        });
        response.on('error', (error) => resolve(failed(`client: ${error.message}`)));
        response.on('end', () => resolve(judge(text)));
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('timeout')));
    sent.on('error', (error) => resolve(failed(`client: ${error.message}`)));
    sent.end(body);
  });
}

function judge(text: string): Omit<Asked, 'at' | 'ms'> {
  try {
    const { data, errors = [] } = JSON.parse(text) as {
      data?: { products?: readonly { sold: number | null }[] } | null;
      errors?: readonly { extensions?: { code?: string } }[];
    };
    const products = data?.products ?? [];
    const hasRest = products.length === 2 && products.every(({ sold }) => sold !== null);
    const codes = errors.map(({ extensions }) => `${extensions?.code}`);
    return { isGood: hasRest && codes.length === 0, hasRest, codes };
  } catch {
    return { isGood: false, hasRest: false, codes: ['client: not JSON'] };
  }
}

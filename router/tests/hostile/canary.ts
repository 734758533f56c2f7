import { Agent, request } from 'node:http';

const BODY = '{"query":"{ viewer { name } }"}';
const EVERY_MS = 20;

/** A good client beside the bad ones: one request at a time, each timed. */
export type Canary = {
  /** Milliseconds of each request so far. */
  readonly tookMs: number[];
  /** Answers that were not the right one. */
  readonly wrong: string[];
  stop: () => Promise<void>;
};

export function canary(url: string): Canary {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const tookMs: number[] = [];
  const wrong: string[] = [];
  let stopping = false;

  const ask = () =>
    new Promise<string>((resolve) => {
      const sent = request(
        `${url}/graphql`,
        { method: 'POST', agent, headers: { 'content-type': 'application/json' } },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (chunk) => (text += chunk));
          response.on('end', () => resolve(text));
        },
      );
      sent.on('error', ({ message }) => resolve(message)).end(BODY);
    });

  async function sing(): Promise<void> {
    while (!stopping) {
      const startedAt = performance.now();
      const text = await ask();
      tookMs.push(performance.now() - startedAt);
      if (text !== '{"data":{"viewer":{"name":"Mina"}}}') wrong.push(text);
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  }

  const singing = sing();
  return {
    tookMs,
    wrong,
    stop: async () => {
      stopping = true;
      await singing;
      agent.destroy();
    },
  };
}

/** The value below which a share of them lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

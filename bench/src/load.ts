import { Pool } from 'undici';

export type Target = { send: (body: string) => Promise<string>; close: () => Promise<void> };

const CONCURRENCY = 8;

/** A keep-alive client of one GraphQL endpoint. A status other than 200 is an error. */
export function target(origin: string): Target {
  const pool = new Pool(origin, { connections: CONCURRENCY });
  return {
    send: async (body) => {
      const { statusCode, body: answer } = await pool.request({
        path: '/graphql',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      const text = await answer.text();
      if (statusCode !== 200) throw new Error(`${origin} answered ${statusCode}: ${text}`);
      return text;
    },
    close: () => pool.close(),
  };
}

/** Sends so many requests, eight at a time, taking the bodies in turn. */
export async function drive(
  to: Target,
  bodies: readonly string[],
  requests: number,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < requests) {
      const body = bodies[next % bodies.length];
      next += 1;
      if (body !== undefined) await to.send(body);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
}

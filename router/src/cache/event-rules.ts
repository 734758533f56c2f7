import type { EventRule } from './cache-env.ts';
import type { Invalidation } from './tags.ts';

type Told = {
  readonly topic: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/**
 * Reads from an event (CloudEvents 1.0, JSON) what it makes stale. Where a key is not in it, all
 * entities of the type are.
 */
export function eventReader(rules: readonly EventRule[]): (message: Told) => Invalidation[] {
  const byEvent = Map.groupBy(rules, ({ topic, type }) => `${topic} ${type}`);
  return ({ topic, headers, body }) => {
    const concerned = byEvent.get(`${topic} ${headers.type}`);
    if (concerned === undefined) return [];
    const data = dataOf(body);
    return concerned.flatMap(({ drops }) =>
      drops.map(({ type, key = {} }) => {
        const given = Object.entries(key).map(([name, field]) => [name, data[field]] as const);
        const isWhole = given.every(([, value]) => ['string', 'number'].includes(typeof value));
        return given.length > 0 && isWhole
          ? { type, key: Object.fromEntries(given) as Record<string, string | number> }
          : { type };
      }),
    );
  };
}

function dataOf(body: string): Record<string, unknown> {
  try {
    const { data } = JSON.parse(body);
    return typeof data === 'object' && data !== null ? data : {};
  } catch {
    return {};
  }
}

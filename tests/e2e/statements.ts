import { inject } from 'vitest';

/** SQL statements that each service has sent so far, read off its own /metrics. */
export async function statements(): Promise<Record<string, number>> {
  const services = Object.entries(inject('stack').services);
  const counts = await Promise.all(
    services.map(async ([name, instances]) => {
      const each = await Promise.all(instances.map(({ http }) => count(`${http}/metrics`)));
      return [name, each.reduce((a, b) => a + b, 0)] as const;
    }),
  );
  return Object.fromEntries(counts);
}

async function count(url: string): Promise<number> {
  const text = await (await fetch(url)).text();
  const value = /^db_statements_total\{[^}]*\} (\d+)$/m.exec(text)?.[1];
  if (value === undefined) throw new Error(`${url} does not count statements`);
  return Number(value);
}

import { type Dispatcher, Pool } from 'undici';

/** Keep-alive connections, one pool per origin. */
export type Pools = {
  of: (origin: string) => Dispatcher;
  close: () => Promise<void>;
};

export function pools(options: { connections: number; maxResponseBytes: number }): Pools {
  const open = new Map<string, Pool>();
  return {
    of: (origin) => {
      let pool = open.get(origin);
      if (pool === undefined) {
        pool = new Pool(origin, {
          connections: options.connections,
          pipelining: 1,
          keepAliveTimeout: 30_000,
          connectTimeout: 2_000,
          maxResponseSize: options.maxResponseBytes,
          // The caller's signal ends requests; these only bound what it forgot.
          headersTimeout: 120_000,
          bodyTimeout: 120_000,
        });
        open.set(origin, pool);
      }
      return pool;
    },
    close: async () => {
      await Promise.all([...open.values()].map((pool) => pool.destroy()));
      open.clear();
    },
  };
}

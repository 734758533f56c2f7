/**
 * Which services read which service's events. A service gives its readers their place on the bus
 * before it publishes, so that what is told before a reader has ever run still reaches it.
 */
export const READERS = {
  orders: ['payments', 'products', 'shipping'],
  payments: ['orders'],
  products: ['orders'],
  shipping: ['orders'],
} as const satisfies Record<string, readonly string[]>;

export type Emitter = keyof typeof READERS;

/** The services whose events a service reads. */
export const topicsOf = (reader: string): Emitter[] =>
  (Object.keys(READERS) as Emitter[]).filter((emitter) =>
    (READERS[emitter] as readonly string[]).includes(reader),
  );

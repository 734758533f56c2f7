/** A bus's address: `postgres://`, `amqp://`, or `kafka://host:port,host:port`, which is no URL for `URL`. */
export const BUS_ADDRESS = /^(postgres|postgresql|amqp|amqps|kafka):\/\/\S+$/;

export type BusKind = 'postgres' | 'rabbitmq' | 'kafka';

/** Which transport an address means. Throws TypeError where no bus speaks its scheme. */
export function busKind(address: string): BusKind {
  const scheme = /^([a-z+]+):\/\//.exec(address)?.[1];
  if (scheme === 'postgres' || scheme === 'postgresql') return 'postgres';
  if (scheme === 'amqp' || scheme === 'amqps') return 'rabbitmq';
  if (scheme === 'kafka') return 'kafka';
  throw new TypeError(
    `No bus speaks ${scheme ?? 'that'}:// (postgres://, amqp:// and kafka:// do)`,
  );
}

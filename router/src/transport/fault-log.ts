import type { Logger } from '@souk/platform/log';
import type { Instance } from './instance.ts';
import type { Fault } from './reply.ts';

const EVERY_MS = 1_000;

/** Logs failed tries at a subgraph, one a second and the number of those left out. */
export function faultLog(subgraph: string, log: Logger, now: () => number) {
  let nextAt = Number.NEGATIVE_INFINITY;
  let omitted = 0;
  return (instance: Instance, { failure, reason }: Fault): void => {
    if (now() < nextAt) {
      omitted += 1;
      return;
    }
    const { code } = failure.extensions;
    log.warn({ subgraph, origin: instance.url.origin, code, reason, omitted }, 'fetch failed');
    nextAt = now() + EVERY_MS;
    omitted = 0;
  };
}

import type { Discovery } from './discovery.ts';

/** How long an instance that did not answer is asked last. */
const AILING_MS = 2_000;

/**
 * Addresses of a service's instances, as they should be tried: in turn, and last those that lately
 * did not answer, because trying them costs time.
 */
export function rpcInstances(discovery: Discovery, service: string) {
  const ailing = new Map<string, number>();
  let turn = 0;
  return {
    inTurn: (): string[] => {
      const urls = discovery
        .instances(service)
        .flatMap(({ rpc }) => (rpc === undefined ? [] : [rpc]));
      turn = (turn + 1) % Math.max(urls.length, 1);
      const now = performance.now();
      const isAiling = (url: string) => (ailing.get(url) ?? 0) > now;
      const urlsInTurn = [...urls.slice(turn), ...urls.slice(0, turn)];
      return [...urlsInTurn.filter((url) => !isAiling(url)), ...urlsInTurn.filter(isAiling)];
    },
    answered: (url: string): void => {
      ailing.delete(url);
    },
    failed: (url: string): void => {
      ailing.set(url, performance.now() + AILING_MS);
    },
  };
}

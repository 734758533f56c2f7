import type { Connection } from './connection.ts';

/**
 * A server answers in order, so a request waits for those before it. While the first of them is
 * younger than this, waiting costs less than a connection more.
 */
const YOUNG_MS = 5;

/**
 * Where a request that may share a connection goes: to one that is about to be written anyway, else
 * to an idle one, else behind a request that was sent just now. Null: a new connection is better.
 */
export function chooseShared(
  connections: readonly Connection[],
  gathering: Connection | null,
  depth: number,
  now: number,
): Connection | null {
  if (gathering?.isGathering && gathering.hasRoom(depth)) return gathering;
  return (
    chooseIdle(connections, now) ??
    leastLoaded(connections, depth, (it) => now - it.since < YOUNG_MS)
  );
}

/** The idle connection that was used last: the others get to be closed. */
export function chooseIdle(connections: readonly Connection[], now: number): Connection | null {
  let best: Connection | null = null;
  for (const connection of connections) {
    if (connection.isIdle(now) && (best === null || connection.since > best.since))
      best = connection;
  }
  return best;
}

/**
 * When no connection more is allowed: behind a request that has not been waiting for much longer
 * than is usual there, so that a subgraph that is slow throughout still gets many requests at once.
 */
export function chooseCrowded(
  connections: readonly Connection[],
  depth: number,
  now: number,
): Connection | null {
  return leastLoaded(
    connections,
    depth,
    (it) => now - it.since < Math.max(YOUNG_MS, 2 * it.typicalMs),
  );
}

function leastLoaded(
  connections: readonly Connection[],
  depth: number,
  isFit: (connection: Connection) => boolean,
): Connection | null {
  let best: Connection | null = null;
  for (const connection of connections) {
    if (
      connection.hasRoom(depth) &&
      isFit(connection) &&
      (best === null || connection.load < best.load)
    )
      best = connection;
  }
  return best;
}

import type { Move } from '@souk/router/registry/move';

/**
 * The release that held before the present one was published: a rollback after a rollback goes
 * further back instead of forth. Null where there is none. `moves` are newest first.
 */
export function rollbackTarget(moves: readonly Move[]): Move | null {
  const [held] = moves;
  if (held === undefined) return null;
  const published = moves.findIndex(
    ({ release, kind }) => release === held.release && kind === 'publish',
  );
  if (published === -1) return null;
  return moves.slice(published + 1).find(({ release }) => release !== held.release) ?? null;
}

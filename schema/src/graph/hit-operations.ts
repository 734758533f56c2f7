import type { Operation } from '../operations/operation.ts';
import type { Uses } from '../operations/uses.ts';
import type { Affected } from '../report/finding.ts';
import type { Change } from './change.ts';

/** The operations that a change hits. */
export function hitOperations({ hits, sparing }: Change, uses: Uses): Operation[] {
  const users = (coordinate: string) => uses.get(coordinate) ?? [];
  const spared = new Set(sparing === undefined ? [] : users(sparing));
  const hit = hits.flatMap(([first = '', ...others]) => {
    const sets = others.map((coordinate) => new Set(users(coordinate)));
    return users(first).filter((operation) => sets.every((set) => set.has(operation)));
  });
  return [...new Set(hit)].filter((operation) => !spared.has(operation));
}

/** How a finding names an operation. */
export const affectedBy = ({ client, name, place, recorded }: Operation): Affected => ({
  ...{ client, name },
  ...(place !== undefined && { place }),
  ...(recorded !== undefined && { count: recorded.count }),
});

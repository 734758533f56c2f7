import { print } from 'graphql';
import type { Side } from '../check/side.ts';
import { type Declaration, declarationsOf } from '../composition/declarations.ts';
import type { Place } from '../report/finding.ts';

type ByCoordinate = ReadonlyMap<string, readonly Declaration[]>;

const byCoordinate = ({ documents }: Side): ByCoordinate =>
  Map.groupBy(declarationsOf(documents()), ({ coordinate }) => coordinate);

/** Where the directives of a type or field were changed: in the proposal where it is there, else in the base. */
export function authorizationPlaces(base: Side, head: Side): (coordinate: string) => Place | null {
  const [before, after] = [byCoordinate(base), byCoordinate(head)];
  return (coordinate) => {
    const old = before.get(coordinate) ?? [];
    const now = after.get(coordinate) ?? [];
    const changed = now.find((one) => {
      const same = old.find(({ subgraph }) => subgraph === one.subgraph);
      return directivesOf(one) !== (same === undefined ? '' : directivesOf(same));
    });
    const place = (changed ?? now[0])?.place;
    if (place) return place;
    const former = old[0]?.place;
    return former ? { ...former, in: 'base' } : null;
  };
}

const directivesOf = ({ directives }: Declaration): string => directives.map(print).sort().join();

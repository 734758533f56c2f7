import type { Side } from '../check/side.ts';
import { type Definition, definitionsOf } from '../composition/definitions.ts';
import { once } from '../once.ts';
import type { Place } from '../report/finding.ts';

/** Where to look for a change: `definedBy` is who defines it in head; `former`, if nobody, where the base does. */
export type Located = { place?: Place; former?: Place; definedBy?: string };

/**
 * Finds changes of the graph in the subgraphs. Of several definitions it is that in a subgraph that was
 * changed; of something that is gone, what stood around it in the subgraph that had it.
 */
export function locating(base: Side, head: Side): (coordinate: string) => Located {
  const before = once(() => definitionsOf(base.documents()));
  const after = once(() => definitionsOf(head.documents()));
  const changed = once(() => changedSubgraphs(base, head));
  const pick = (found: readonly Definition[], preferred: ReadonlySet<string>) =>
    found.find(({ subgraph }) => preferred.has(subgraph)) ?? found[0];

  return (coordinate) => {
    const old = before().of(coordinate);
    const former = old[0]?.place;
    const own = pick(after().of(coordinate), changed());
    if (own !== undefined) return { place: own.place, definedBy: own.subgraph };
    const owners = new Set(old.map(({ subgraph }) => subgraph));
    for (const around of outwards(coordinate).slice(1)) {
      const near = pick(after().of(around), owners.size > 0 ? owners : changed());
      if (near !== undefined) return { place: near.place, ...(former && { former }) };
    }
    if (former !== undefined) return { place: { ...former, in: 'base' } };
    const type = pick(before().of(coordinate.split('.')[0] ?? ''), changed());
    return type === undefined ? {} : { place: { ...type.place, in: 'base' } };
  };
}

/** `A.b(c:)`, `A.b`, `A`. */
function outwards(coordinate: string): string[] {
  const field = coordinate.replace(/\(.*$/, '');
  const type = field.replace(/\..*$/, '');
  return [...new Set([coordinate, field, type])];
}

function changedSubgraphs(base: Side, head: Side): ReadonlySet<string> {
  const texts = new Map(base.subgraphs.map(({ name, sdl }) => [name, sdl]));
  return new Set(
    head.subgraphs.filter(({ name, sdl }) => texts.get(name) !== sdl).map(({ name }) => name),
  );
}

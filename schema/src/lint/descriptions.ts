import type { Declaration } from '../composition/declarations.ts';
import type { Violation } from './violation.ts';

/** One description of what several subgraphs declare is enough. */
export function descriptions(declarations: readonly Declaration[]): Violation[] {
  const described = new Set(
    declarations
      .filter(({ description }) => description?.trim())
      .map(({ coordinate }) => coordinate),
  );
  const told = new Set<string>();
  return declarations.flatMap((at): Violation[] => {
    const { coordinate, kind } = at;
    if (kind === 'enum value' || isRoot(coordinate)) return [];
    if (described.has(coordinate) || told.has(coordinate)) return [];
    told.add(coordinate);
    return [{ rule: 'DESCRIPTION_MISSING', at, message: `Nobody says what ${coordinate} is.` }];
  });
}

/** Everybody knows what these are. */
const isRoot = (coordinate: string): boolean =>
  ['Query', 'Mutation', 'Subscription'].includes(coordinate);

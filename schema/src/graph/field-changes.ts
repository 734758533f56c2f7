import type { GraphQLField, GraphQLSchema } from 'graphql';
import type { Change } from './change.ts';
import { deprecationChanges } from './deprecation-changes.ts';
import { inputValueChanges } from './input-value-changes.ts';
import { namedPairs } from './named-pairs.ts';
import { isNarrowedTo, isReadAsBefore } from './type-compatibility.ts';

type Field = GraphQLField<unknown, unknown>;
type Fields = Readonly<Record<string, Field>>;

/** The fields of an object or interface that clients select. */
export function fieldChanges(
  type: string,
  before: Fields,
  after: Fields,
  head: GraphQLSchema,
): Change[] {
  const { added, removed, kept } = namedPairs(Object.values(before), Object.values(after));
  const of = ({ name }: Field) => `${type}.${name}`;
  return [
    ...removed.map(of).map((coordinate): Change => {
      return {
        ...{ rule: 'FIELD_REMOVED', coordinate, severity: 'breaking', hits: [[coordinate]] },
        message: `${coordinate} was removed`,
      };
    }),
    ...added.map((field): Change => {
      return {
        ...{ rule: 'FIELD_ADDED', coordinate: of(field), severity: 'safe', hits: [] },
        message: `${of(field)}: ${field.type} was added`,
      };
    }),
    ...kept.flatMap((pair) => keptField(of(pair.after), pair.before, pair.after, head)),
  ];
}

function keptField(coordinate: string, before: Field, after: Field, head: GraphQLSchema): Change[] {
  const owner = { rule: 'ARGUMENT', coordinate, of: (name: string) => `${coordinate}(${name}:)` };
  return [
    ...deprecationChanges(coordinate, before, after),
    ...typeChange(coordinate, before, after, head),
    ...inputValueChanges({ ...owner, rule: 'ARGUMENT' }, before.args, after.args),
  ];
}

function typeChange(
  coordinate: string,
  { type: before }: Field,
  { type: after }: Field,
  head: GraphQLSchema,
): Change[] {
  if (before.toString() === after.toString()) return [];
  const isNarrowed = isNarrowedTo(before, after, head);
  return [
    {
      ...{ rule: 'FIELD_TYPE_CHANGED', coordinate, hits: [[coordinate]] },
      severity: isReadAsBefore(before, after) ? 'safe' : isNarrowed ? 'dangerous' : 'breaking',
      message: `The type of ${coordinate} was ${before}, and is ${after}`,
      becomes: `${before} → ${after}`,
    },
  ];
}

import type { GraphQLEnumType } from 'graphql';
import type { Change } from './change.ts';
import { deprecationChanges } from './deprecation-changes.ts';
import { namedPairs } from './named-pairs.ts';
import type { Positions } from './type-positions.ts';

/**
 * The values of an enum. One that is gone breaks who sends it; who only reads will not see it again.
 * One that is new surprises who reads, and nobody who only sends.
 */
export function enumChanges(
  before: GraphQLEnumType,
  after: GraphQLEnumType,
  { isSent, isRead }: Positions,
): Change[] {
  const { name } = after;
  const { added, removed, kept } = namedPairs(before.getValues(), after.getValues());
  const of = (value: { name: string }) => `${name}.${value.name}`;
  return [
    ...removed.map(of).map((coordinate): Change => {
      return {
        ...{ rule: 'ENUM_VALUE_REMOVED', coordinate },
        severity: isSent(name) ? 'breaking' : 'safe',
        hits: [[coordinate]],
        message: `${coordinate} was removed${isSent(name) ? '' : ', which clients can only read'}`,
      };
    }),
    ...added.map(of).map((coordinate): Change => {
      return {
        ...{ rule: 'ENUM_VALUE_ADDED', coordinate },
        severity: isRead(name) ? 'dangerous' : 'safe',
        hits: [[name]],
        message: `${coordinate} was added${isRead(name) ? ': clients that read it may not know it' : ''}`,
      };
    }),
    ...kept.flatMap((pair) => deprecationChanges(of(pair.after), pair.before, pair.after)),
  ];
}

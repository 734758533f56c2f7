import type {
  GraphQLInterfaceType,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLUnionType,
} from 'graphql';
import type { Change } from './change.ts';
import { namedPairs } from './named-pairs.ts';

/**
 * What a union may be. When a member goes, who names it in a fragment is broken, or one of its
 * interfaces, which may have been the only thing that the fragment could meet.
 */
export function unionChanges(before: GraphQLUnionType, after: GraphQLUnionType): Change[] {
  const { name: union } = after;
  const { added, removed } = namedPairs(before.getTypes(), after.getTypes());
  return [
    ...removed.map((member): Change => {
      const { name } = member;
      return {
        ...{ rule: 'UNION_MEMBER_REMOVED', coordinate: `${union}.${name}`, severity: 'breaking' },
        hits: [member, ...member.getInterfaces()].map((met) => [union, met.name]),
        message: `${union} is never ${name} any more`,
      };
    }),
    ...added.map(({ name }): Change => {
      return {
        ...{ rule: 'UNION_MEMBER_ADDED', coordinate: `${union}.${name}`, severity: 'dangerous' },
        hits: [[union]],
        message: `${union} may be ${name}, which clients may not know`,
      };
    }),
  ];
}

type Implementing = GraphQLObjectType | GraphQLInterfaceType;

/** What a type implements. Whom a fragment on an interface reaches changes with it. */
export function interfaceChanges(
  before: Implementing | null,
  after: Implementing,
  base: GraphQLSchema,
): Change[] {
  const { name: type } = after;
  const { added, removed } = namedPairs(before?.getInterfaces() ?? [], after.getInterfaces());
  return [
    ...removed.map(({ name }): Change => {
      return {
        ...{ rule: 'INTERFACE_REMOVED', coordinate: `${type}.${name}`, severity: 'breaking' },
        hits: [[name]],
        message: `${type} does not implement ${name} any more`,
      };
    }),
    ...added.map(({ name }): Change => {
      // Nobody can have asked for an interface that there was not.
      const isKnown = base.getType(name) !== undefined;
      return {
        ...{ rule: 'INTERFACE_ADDED', coordinate: `${type}.${name}` },
        severity: isKnown ? 'dangerous' : 'safe',
        hits: [[name]],
        message: `${type} implements ${name}${isKnown ? ', so who reads that may get one' : ''}`,
      };
    }),
  ];
}

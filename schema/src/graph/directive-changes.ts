import { type GraphQLDirective, type GraphQLSchema, isSpecifiedDirective } from 'graphql';
import type { Change } from './change.ts';
import { inputValueChanges } from './input-value-changes.ts';
import { namedPairs } from './named-pairs.ts';

/** The directives that clients may write into operations. */
export function directiveChanges(base: GraphQLSchema, head: GraphQLSchema): Change[] {
  const { added, removed, kept } = namedPairs(own(base), own(head));
  return [
    ...removed.map((directive) => told('DIRECTIVE_REMOVED', directive, 'was removed', 'breaking')),
    ...added.map((directive) => told('DIRECTIVE_ADDED', directive, 'was added', 'safe')),
    ...kept.flatMap(({ before, after }) => keptDirective(before, after)),
  ];
}

/** Where operations cannot bear it, it is nothing to clients. */
const EXECUTABLE =
  /^(QUERY|MUTATION|SUBSCRIPTION|FIELD|FRAGMENT_\w+|INLINE_FRAGMENT|VARIABLE_\w+)$/;
const inOperations = ({ locations }: GraphQLDirective): string[] =>
  locations.filter((location) => EXECUTABLE.test(location));

const own = (schema: GraphQLSchema): GraphQLDirective[] =>
  schema
    .getDirectives()
    .filter((each) => !isSpecifiedDirective(each) && inOperations(each).length > 0);

const told = (
  rule: string,
  { name }: GraphQLDirective,
  what: string,
  severity: Change['severity'],
): Change => ({
  ...{ rule, coordinate: `@${name}`, severity, hits: [[`@${name}`]] },
  message: `@${name} ${what}`,
});

function keptDirective(before: GraphQLDirective, after: GraphQLDirective): Change[] {
  const coordinate = `@${after.name}`;
  const owner = { coordinate, of: (name: string) => `${coordinate}(${name}:)` };
  const changes = inputValueChanges(
    { ...owner, rule: 'DIRECTIVE_ARGUMENT' },
    before.args,
    after.args,
  );
  const [old, now] = [inOperations(before), inOperations(after)];
  const gone = old.filter((location) => !now.includes(location));
  if (gone.length > 0) {
    const where = `may not stand at ${gone.join(', ')} any more`;
    changes.push(told('DIRECTIVE_LOCATION_REMOVED', after, where, 'breaking'));
  }
  const fresh = now.filter((location) => !old.includes(location));
  if (fresh.length > 0) {
    const where = `may stand at ${fresh.join(', ')}, too`;
    changes.push(told('DIRECTIVE_LOCATION_ADDED', after, where, 'safe'));
  }
  if (before.isRepeatable && !after.isRepeatable) {
    changes.push(told('DIRECTIVE_NOT_REPEATABLE', after, 'may stand only once', 'breaking'));
  }
  if (!before.isRepeatable && after.isRepeatable) {
    changes.push(told('DIRECTIVE_REPEATABLE', after, 'may be repeated', 'safe'));
  }
  return changes;
}

import {
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';

/** Values that the test shop knows, by the name of the argument. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  first: ['1', '2', '3'],
  id: ['"p1"', '"p2"', '"o1"', '"zz"'],
  upper: ['true', 'false'],
  text: ['"m"'],
  currency: ['KRW', 'USD'],
  name: ['"Mina"', '"Sam"'],
};

/**
 * Fields that break their parents: on an interface object the planner fetches them for every kind
 * of person, and one that is not selected can take what is with it.
 */
const NEVER = new Set(['broken', 'always']);

/** Numbers in [0, 1), the same for the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** A valid query of a schema: aliases, nested fragments, arguments, conditions. */
export function randomQuery(schema: GraphQLSchema, random: () => number): string {
  let aliases = 0;
  const chance = (share: number) => random() < share;
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const condition = () =>
    chance(0.13) ? pick([' @include(if: $t)', ' @skip(if: $t)', ' @include(if: $f)']) : '';

  const argumentsOf = (all: readonly GraphQLArgument[]): string => {
    const given = all
      .filter((argument) => isRequiredArgument(argument) || chance(0.4))
      .map(({ name }) => `${name}: ${pick(VALUES[name] ?? ['null'])}`);
    return given.length === 0 ? '' : `(${given.join(', ')})`;
  };

  const select = (type: GraphQLNamedType, depth: number): string => {
    const parts: string[] = chance(0.2) ? ['__typename'] : [];
    if (isObjectType(type) || isInterfaceType(type)) {
      const fields = Object.values(type.getFields());
      for (let i = 1 + Math.floor(random() * 4); i > 0; i--) {
        const field = pick(fields);
        const named = getNamedType(field.type);
        const leaf = isLeafType(named);
        if ((!leaf && depth <= 0) || NEVER.has(field.name)) continue;
        // An alias of its own wherever two selections could ask for different things.
        const alias = field.args.length > 0 || chance(0.15) ? `a${aliases++}: ` : '';
        const below = leaf ? '' : ` { ${select(named, depth - 1)} }`;
        parts.push(`${alias}${field.name}${argumentsOf(field.args)}${condition()}${below}`);
      }
    }
    const possible =
      isUnionType(type) || isInterfaceType(type) ? schema.getPossibleTypes(type) : [];
    for (const member of possible) {
      if (chance(0.6)) {
        parts.push(`... on ${member.name}${condition()} { ${select(member, depth - 1)} }`);
      }
    }
    if (isObjectType(type) && depth > 0 && chance(0.2)) {
      parts.push(`... on ${type.name}${condition()} { ${select(type, depth - 1)} }`);
    }
    // The planner fetches nothing for an object of which nothing can be selected.
    const certain = parts.some((part) => !part.includes('@') && !part.startsWith('...'));
    return (certain ? parts : [...parts, '__typename']).join(' ');
  };

  const root = schema.getQueryType();
  if (!root) throw new Error('no queries');
  return `query($t: Boolean = true, $f: Boolean!) { k: __typename @include(if: $t) @skip(if: $f) ${select(root, 5)} }`;
}

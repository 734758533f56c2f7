import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
} from 'graphql';
import type { Random } from './random.ts';

export type Operation = { readonly query: string; readonly variables: Record<string, unknown> };

/** A query of a schema: aliases, fragments, arguments, variables, conditions. Mostly valid. */
export function randomOperation(schema: GraphQLSchema, random: Random): Operation {
  const variables: Record<string, unknown> = { t: true, f: false };
  const declared = ['$t: Boolean!', '$f: Boolean!', '$d: Boolean = true'];
  if (random.chance(0.3)) variables.d = random.chance(0.5);
  const fragments: string[] = [];
  let count = 0;

  const literal = (type: GraphQLInputType, depth = 0): string => {
    if (isNonNullType(type)) return literal(type.ofType, depth);
    if (isListType(type)) return `[${literal(type.ofType, depth)}]`;
    if (isEnumType(type)) return random.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const given = Object.values(type.getFields()).filter(
        (field) => isRequiredInputField(field) || (depth < 2 && random.chance(0.4)),
      );
      return `{ ${given.map(({ name, type: of }) => `${name}: ${literal(of, depth + 1)}`).join(' ')} }`;
    }
    return String(type) === 'Int' ? String(random.int(9)) : `"v${random.int(9)}"`;
  };
  const plain = (type: GraphQLInputType, depth = 0): unknown => {
    if (isNonNullType(type)) return plain(type.ofType, depth);
    if (random.chance(0.1) && depth > 0 && !isListType(type)) return plain(type, 0);
    if (isListType(type)) return [plain(type.ofType, depth)];
    if (isEnumType(type)) return random.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const given = Object.values(type.getFields()).filter(
        (field) => isRequiredInputField(field) || (depth < 2 && random.chance(0.4)),
      );
      return Object.fromEntries(given.map(({ name, type: of }) => [name, plain(of, depth + 1)]));
    }
    return String(type) === 'Int' ? random.int(9) : `v${random.int(9)}`;
  };
  const argument = ({ name, type }: GraphQLArgument): string => {
    if (random.chance(0.6)) return `${name}: ${literal(type)}`;
    const variable = `v${count++}`;
    declared.push(`$${variable}: ${type}`);
    if (isNonNullType(type) || random.chance(0.7)) variables[variable] = plain(type);
    return `${name}: $${variable}`;
  };
  const argumentsOf = (all: readonly GraphQLArgument[]): string => {
    const given = all.filter((one) => isRequiredArgument(one) || random.chance(0.5));
    return given.length === 0 ? '' : `(${given.map(argument).join(', ')})`;
  };
  const condition = (): string =>
    random.chance(0.08)
      ? random.pick([
          ' @include(if: $t)',
          ' @skip(if: $t)',
          ' @include(if: $d)',
          ' @skip(if: $d)',
          ' @include(if: $f)',
        ])
      : '';

  const fields = (type: GraphQLNamedType, depth: number): string[] => {
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    const all = Object.values(type.getFields());
    const parts: string[] = [];
    for (let i = 1 + random.int(4); i > 0; i--) {
      const field = random.pick(all);
      const named = getNamedType(field.type);
      if (!isLeafType(named) && depth <= 0) continue;
      const alias = field.args.length > 0 || random.chance(0.15) ? `a${count++}: ` : '';
      const below = isLeafType(named) ? '' : ` { ${select(named, depth - 1)} }`;
      parts.push(`${alias}${field.name}${argumentsOf(field.args)}${condition()}${below}`);
    }
    return parts;
  };
  const select = (type: GraphQLNamedType, depth: number): string => {
    const parts = random.chance(0.2) ? ['__typename'] : [];
    parts.push(...fields(type, depth));
    const possible =
      isUnionType(type) || isInterfaceType(type) ? schema.getPossibleTypes(type) : [];
    for (const member of possible) {
      if (!random.chance(0.6)) continue;
      parts.push(fragment(member.name, select(member, depth - 1)));
    }
    if (isObjectType(type) && depth > 0 && random.chance(0.15)) {
      parts.push(fragment(type.name, select(type, depth - 1)));
    }
    const certain = parts.some((part) => !part.includes('@') && !part.startsWith('...'));
    return (certain ? parts : [...parts, '__typename']).join(' ');
  };
  const fragment = (type: string, selections: string): string => {
    if (random.chance(0.7)) return `... on ${type}${condition()} { ${selections} }`;
    const name = `F${count++}`;
    fragments.push(`fragment ${name} on ${type} { ${selections} }`);
    return `...${name}${condition()}`;
  };

  const root = schema.getQueryType();
  if (!root) throw new Error('no queries');
  const selections = select(root, 4);
  const used = `k0: __typename @include(if: $t) k1: __typename @skip(if: $f) k2: __typename @skip(if: $d)`;
  const query = `query(${declared.join(', ')}) { ${used} ${selections} } ${fragments.join(' ')}`;
  return { query, variables };
}

import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
} from 'graphql';
import type { Dice } from './random-schema.ts';

/** An operation that a schema takes; every field has a name of its own in the answer. */
export function randomOperation(schema: GraphQLSchema, roll: Dice): string {
  let thrown = 0;
  const dice = (limit: number): number => roll(`operation ${thrown++}`, limit);
  const variables: string[] = [];
  let count = 0;

  const given = (value: GraphQLArgument | GraphQLInputField, isRequired: boolean): boolean =>
    isRequired || (value.name !== '' && dice(2) === 0);

  const literal = (type: GraphQLInputType): string => {
    if (isNonNullType(type)) return literal(type.ofType);
    if (isListType(type)) return `[${literal(type.ofType)}]`;
    if (isEnumType(type)) return type.getValues()[dice(type.getValues().length)]?.name ?? '';
    if (!isInputObjectType(type)) return type.name === 'Int' ? '1' : '"a"';
    const fields = Object.values(type.getFields()).filter((field) =>
      given(field, isRequiredInputField(field)),
    );
    return `{ ${fields.map(({ name, type }) => `${name}: ${literal(type)}`).join(', ')} }`;
  };

  const argument = ({ name, type, defaultValue }: GraphQLArgument): string => {
    if (dice(2) === 0) return `${name}: ${literal(type)}`;
    // A variable may be null where there is a default.
    const declared = defaultValue === undefined ? type : getNullableType(type);
    variables.push(`$v${variables.length}: ${declared}`);
    return `${name}: $v${variables.length - 1}`;
  };

  const selection = (type: GraphQLCompositeType, depth: number): string => {
    const parts = ['__typename'];
    for (const field of isUnionType(type) ? [] : Object.values(type.getFields())) {
      const inner = getNamedType(field.type);
      if (dice(2) === 0 || (depth === 0 && isCompositeType(inner))) continue;
      const taken = field.args.filter((each) => given(each, isRequiredArgument(each)));
      const args = taken.length === 0 ? '' : `(${taken.map(argument).join(', ')})`;
      const inside = isCompositeType(inner) ? ` ${selection(inner, depth - 1)}` : '';
      parts.push(`n${count++}: ${field.name}${args}${inside}`);
    }
    for (const other of depth > 0 && isAbstractType(type) ? overlapping(schema, type) : []) {
      if (dice(2) === 0) parts.push(`... on ${other.name} ${selection(other, depth - 1)}`);
    }
    return `{ ${parts.join(' ')} }`;
  };

  const query = schema.getQueryType();
  const body = query ? selection(query, 3) : '';
  return `query Random${variables.length > 0 ? `(${variables.join(', ')})` : ''} ${body}`;
}

/** The types of which a fragment may stand within a type. */
function overlapping(
  schema: GraphQLSchema,
  type: GraphQLCompositeType & Parameters<GraphQLSchema['getPossibleTypes']>[0],
): GraphQLCompositeType[] {
  const possible = schema.getPossibleTypes(type);
  return Object.values(schema.getTypeMap()).filter(
    (other): other is GraphQLCompositeType =>
      isCompositeType(other) &&
      !other.name.startsWith('__') &&
      (isAbstractType(other)
        ? schema.getPossibleTypes(other).some((each) => possible.includes(each))
        : possible.includes(other)),
  );
}

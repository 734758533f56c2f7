import {
  type ASTNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Operation } from './operation.ts';

/** Which operations use what, by schema coordinate. */
export type Uses = ReadonlyMap<string, readonly Operation[]>;

/**
 * What operations use of a schema: types, fields, arguments, input fields and enum values. What a
 * variable may carry counts as used as a whole, for nobody knows what clients put into it. Source: the
 * schema coordinates of the GraphQL spec.
 */
export function usesOf(schema: GraphQLSchema, operations: readonly Operation[]): Uses {
  const uses = new Map<string, Operation[]>();
  const inside = inputsInside();
  for (const operation of operations) {
    for (const coordinate of coordinatesOf(schema, operation.document, inside)) {
      const users = uses.get(coordinate);
      if (users === undefined) uses.set(coordinate, [operation]);
      else users.push(operation);
    }
  }
  return uses;
}

type Inside = (type: GraphQLInputType) => ReadonlySet<string>;

function coordinatesOf(schema: GraphQLSchema, document: ASTNode, inside: Inside): Set<string> {
  const types = new TypeInfo(schema);
  const used = new Set<string>();
  const add = (coordinate: string) => void used.add(coordinate);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: ({ name }) => {
        const parent = types.getParentType();
        if (parent) {
          add(parent.name);
          add(`${parent.name}.${name.value}`);
        }
        const type = types.getType();
        if (type) add(getNamedType(type).name);
      },
      Argument: ({ name }) => {
        const directive = types.getDirective();
        const [parent, field] = [types.getParentType(), types.getFieldDef()];
        if (directive) add(`@${directive.name}(${name.value}:)`);
        else if (parent && field) add(`${parent.name}.${field.name}(${name.value}:)`);
        const type = types.getInputType();
        if (type) add(getNamedType(type).name);
      },
      Directive: ({ name }) => add(`@${name.value}`),
      NamedType: ({ name }) => add(name.value),
      ObjectField: ({ name }) => {
        const [parent, type] = [types.getParentInputType(), types.getInputType()];
        if (parent) add(`${getNamedType(parent).name}.${name.value}`);
        // Also for an object that is empty, which has no fields to tell its type.
        if (type) add(getNamedType(type).name);
      },
      EnumValue: ({ value }) => {
        const type = types.getInputType();
        if (type) add(`${getNamedType(type).name}.${value}`);
      },
      VariableDefinition: () => {
        const type = types.getInputType();
        if (type) for (const each of inside(type)) add(each);
      },
    }),
  );
  return used;
}

/** The coordinates of an input type and of all that can stand in it, worked out once for each. */
function inputsInside(): Inside {
  const known = new Map<string, ReadonlySet<string>>();
  return (type) => {
    const { name } = getNamedType(type);
    const found = known.get(name) ?? collected(type, new Set());
    known.set(name, found);
    return found;
  };
}

function collected(type: GraphQLInputType, found: Set<string>): Set<string> {
  const named = getNamedType(type);
  if (found.has(named.name)) return found;
  found.add(named.name);
  if (isEnumType(named))
    for (const { name } of named.getValues()) found.add(`${named.name}.${name}`);
  if (isInputObjectType(named)) {
    for (const field of Object.values(named.getFields())) {
      found.add(`${named.name}.${field.name}`);
      collected(field.type, found);
    }
  }
  return found;
}

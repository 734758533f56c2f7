import {
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** Whether clients read or send values of a type. */
export type Positions = { isRead: (type: string) => boolean; isSent: (type: string) => boolean };

export function positionsIn(schema: GraphQLSchema): Positions {
  const read = new Set<string>();
  const sent = new Set<string>();
  const nameOf = ({ type }: { type: Parameters<typeof getNamedType>[0] }) =>
    getNamedType(type)?.name ?? '';
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        read.add(nameOf(field));
        for (const argument of field.args) sent.add(nameOf(argument));
      }
    }
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) sent.add(nameOf(field));
    }
  }
  for (const { args } of schema.getDirectives()) for (const each of args) sent.add(nameOf(each));
  return { isRead: (type) => read.has(type), isSent: (type) => sent.has(type) };
}

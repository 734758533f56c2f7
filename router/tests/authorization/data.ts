import { createHash } from 'node:crypto';
import type { GraphQLFieldResolver } from 'graphql';
import { type GraphModel, POSSIBLE } from './random-graph.ts';

export type Thing = { readonly __typename: string; readonly id: string };

/** The data of a graph: any field of any object has a value that only depends on both. */
export function resolverOf(model: GraphModel): GraphQLFieldResolver<Thing | undefined, unknown> {
  return (source, _args, _context, { fieldName, parentType }) => {
    const type = source?.__typename ?? parentType.name;
    const id = source?.id ?? '0';
    if (fieldName === 'id') return id;
    const field = model.types.get(type)?.fields.find(({ name }) => name === fieldName);
    if (field === undefined) return null;
    const digest = createHash('sha256').update(`${type} ${id} ${fieldName}`).digest();
    const number = (i: number) => digest[i] as number;
    if (!field.isNonNull && number(0) < 30) return null;
    const one = (i: number): unknown => {
      const members = POSSIBLE[field.named] ?? [field.named];
      const named = members[number(i + 1) % members.length] as string;
      if (named === 'Kind') return number(i) % 2 ? 'ONE' : 'TWO';
      if (named === 'String' || named === 'Secret') return `${type}.${id}.${fieldName}.${i}`;
      return { __typename: named, id: String(number(i + 2) % 7) };
    };
    return field.isList ? Array.from({ length: number(1) % 4 }, (_, i) => one(i + 2)) : one(2);
  };
}

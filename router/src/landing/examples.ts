import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GraphQLSchema, parse, validate } from 'graphql';

/** A query to try, from a .graphql file. Its leading comment is its title. */
export type Example = { readonly name: string; readonly title: string; readonly query: string };

/** Reads the .graphql files of a folder in the order of their names. A missing folder has none. */
export function readExamples(folder: string): readonly Example[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.graphql'))
      .sort()
      .map((file) => {
        const query = readFileSync(join(folder, file), 'utf8').trim();
        const name = file.slice(0, -'.graphql'.length);
        const title =
          /^#\s*(.+)/.exec(query)?.[1] ?? name.replace(/^\d+-/, '').replaceAll('-', ' ');
        return { name, title, query };
      });
  } catch {
    return [];
  }
}

/** Those that a schema can answer: the folder may be of another graph. */
export const answerable = (
  examples: readonly Example[],
  schema: GraphQLSchema,
): readonly Example[] =>
  examples.filter(({ query }) => {
    try {
      return validate(schema, parse(query)).length === 0;
    } catch {
      return false;
    }
  });

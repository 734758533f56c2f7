import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GraphQLSchema, parse, specifiedRules, validate } from 'graphql';
import { stricterRules } from '../operations/stricter-rules.ts';

/** A query to try, from a .graphql file: its first comment is the title, the next ones the note. */
export type Example = {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly query: string;
};

/** Reads the .graphql files of a folder in the order of their names. A missing folder has none. */
export function readExamples(folder: string): readonly Example[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.graphql'))
      .sort()
      .map((file) => {
        const query = readFileSync(join(folder, file), 'utf8').trim();
        const name = file.slice(0, -'.graphql'.length);
        const comments = /^(?:#.*\n)*/.exec(query)?.[0] ?? '';
        const [title, ...notes] = comments.split('\n').map((line) => line.replace(/^#\s*/, ''));
        return {
          name,
          title: title || name.replace(/^\d+-/, '').replaceAll('-', ' '),
          note: notes.join(' ').trim(),
          query,
        };
      });
  } catch {
    return [];
  }
}

const RULES = [...specifiedRules, ...stricterRules];

/** Those that a schema can answer: the folder may be of another graph. */
export const answerable = (
  examples: readonly Example[],
  schema: GraphQLSchema,
): readonly Example[] =>
  examples.filter(({ query }) => {
    try {
      return validate(schema, parse(query), RULES).length === 0;
    } catch {
      return false;
    }
  });

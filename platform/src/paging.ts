import { z } from 'zod';
import { AppError } from './errors.ts';
import { CursorInstant } from './instants.ts';

export type Page = { first: number; after: string | null };
export type PageLimits = { max: number; default: number };
export type Connection<Node> = {
  edges: { cursor: string; node: Node }[];
  nodes: Node[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
};

const bad = (message: string, argument: string) =>
  new AppError('BAD_USER_INPUT', message, { argument });

/** How many rows to read and from where. Throws BAD_USER_INPUT when `first` is out of range. */
export function pageArgs(
  args: { first?: number | null | undefined; after?: string | null | undefined },
  limits: PageLimits = { max: 100, default: 20 },
): Page {
  const first = args.first ?? limits.default;
  if (first < 1) throw bad('first must be at least 1.', 'first');
  if (first > limits.max) throw bad(`first must be at most ${limits.max}.`, 'first');
  return { first, after: args.after ?? null };
}

/** An opaque cursor that holds the sort key of a row. */
export const encodeCursor = (key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/** The sort key inside a cursor. Throws BAD_USER_INPUT for anything that we did not hand out. */
export function decodeCursor<S extends z.ZodType>(cursor: string, schema: S): z.output<S> {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw bad('after is not a cursor of this list.', 'after');
  }
}

/**
 * A Relay connection out of one row more than the page asks for.
 * Source: the GraphQL Cursor Connections Specification.
 */
export function connection<Row>(
  rows: readonly Row[],
  page: Page,
  keyOf: (row: Row) => readonly (string | number)[],
): Connection<Row> {
  const nodes = rows.slice(0, page.first);
  const cursorOf = (row: Row | undefined) => (row === undefined ? null : encodeCursor(keyOf(row)));
  return {
    nodes,
    // Cursors cost more than rows, and most pages are read without them.
    get edges() {
      return nodes.map((node) => ({ node, cursor: encodeCursor(keyOf(node)) }));
    },
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after !== null,
      get startCursor() {
        return cursorOf(nodes.at(0));
      },
      get endCursor() {
        return cursorOf(nodes.at(-1));
      },
    },
  };
}

export const TimeCursor = z.tuple([CursorInstant, z.uuid()]);

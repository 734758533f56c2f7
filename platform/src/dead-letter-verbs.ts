import { z } from 'zod';
import {
  dropDeadLetter,
  listDeadLetters,
  readDeadLetter,
  redriveDeadLetter,
  type StoredDeadLetter,
} from './dead-letters.ts';
import { requireScope, type Viewer } from './identity.ts';
import { parseId } from './ids.ts';
import type { Transaction } from './outbox.ts';
import { type Connection, connection, decodeCursor, pageArgs } from './paging.ts';

const SCOPE = 'ops';
const Cursor = z.tuple([z.uuid()]);

type Queries = Transaction & {
  transaction: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;
};
type PageAsked = { first?: number | null | undefined; after?: string | null | undefined };

export type DeadLetterVerbs = ReturnType<typeof deadLetterVerbs>;

/**
 * What operators do with the messages that a service gave up. Each throws UNAUTHENTICATED, FORBIDDEN
 * without the scope ops, BAD_USER_INPUT for what is no id or cursor.
 */
export const deadLetterVerbs = (db: Queries) => ({
  /** The newest first. */
  list: async (viewer: Viewer | null, args: PageAsked): Promise<Connection<StoredDeadLetter>> => {
    requireScope(viewer, SCOPE);
    const page = pageArgs(args);
    const after = page.after === null ? {} : { after: decodeCursor(page.after, Cursor)[0] };
    const rows = await listDeadLetters(db, { ...after, limit: page.first + 1 });
    return connection(rows, page, ({ id }) => [id]);
  },

  read: async (viewer: Viewer | null, id: string): Promise<StoredDeadLetter | null> => {
    requireScope(viewer, SCOPE);
    return readDeadLetter(db, parseId(id, 'id'));
  },

  /** Has its own group handle it again. False when it is not there (any more). */
  redrive: async (viewer: Viewer | null, id: string): Promise<boolean> => {
    requireScope(viewer, SCOPE);
    const letter = parseId(id, 'id');
    return db.transaction((tx) => redriveDeadLetter(tx, letter));
  },

  /** Throws it away for good. False when it is not there (any more). */
  drop: async (viewer: Viewer | null, id: string): Promise<boolean> => {
    requireScope(viewer, SCOPE);
    return dropDeadLetter(db, parseId(id, 'id'));
  },
});

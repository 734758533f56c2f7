import { sql } from 'drizzle-orm';
import type { Queries } from './database.ts';
import { type RecordedEvent, readStream } from './event-store.ts';

type Session = Queries<Record<string, unknown>>;

/** The rows that are derived from streams, and how. */
export type Projection = {
  /** All rows of a stream as one JSON text, in a fixed sequence; equal texts are equal rows. */
  rows: (tx: Session, streamId: string) => Promise<string>;
  /** Deletes the rows of a stream and writes them anew. */
  replay: (tx: Session, streamId: string, events: readonly RecordedEvent[]) => Promise<void>;
  /** Ids that have rows and no stream. */
  strays: (db: Session) => Promise<string[]>;
};

export type Replayed = {
  streams: number;
  /** Ids of the streams whose rows were not what their events say. */
  changed: readonly string[];
  /** Ids that have rows and no stream. Nothing could bring them back, so they are never deleted. */
  strays: readonly string[];
};

type OnProgress = (progress: { done: number; of: number }) => void;

/** Compares, or restores, the rows of every stream, while the service goes on working. */
export type Projections = {
  /** Changes nothing. */
  check: (onProgress: OnProgress) => Promise<Replayed>;
  rebuild: (onProgress: OnProgress) => Promise<Replayed>;
};

const PAGE = 200;
/** Streams at a time: one by one, this process and the database would do little but wait for each other. */
const SIDE_BY_SIDE = 4;

/** Undoes the transaction that it is thrown in. */
class OnlyCompared extends Error {}

export const projections = (db: Session, projection: Projection): Projections => ({
  check: (onProgress) =>
    each(db, onProgress, (id) => compared(db, projection, id, false), projection),
  rebuild: (onProgress) =>
    each(db, onProgress, (id) => compared(db, projection, id, true), projection),
});

async function each(
  db: Session,
  onProgress: OnProgress,
  same: (streamId: string) => Promise<boolean>,
  { strays }: Projection,
): Promise<Replayed> {
  const [counted] = await db.execute<{ all: number }>(
    sql`/* platform.countStreams */ select count(*)::int as all from event_streams`,
  );
  const of = counted?.all ?? 0;
  const changed: string[] = [];
  let done = 0;
  const visit = async (id: string) => {
    if (!(await same(id))) changed.push(id);
    done += 1;
    if (done % PAGE === 0) onProgress({ done, of: Math.max(of, done) });
  };
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: { id: string }[] = await db.execute<{ id: string }>(sql`/* platform.nextStreams */
      select id from event_streams where id > ${after} order by id limit ${PAGE}::int`);
    const ids = page.values();
    const lane = async () => {
      for (const { id } of ids) await visit(id);
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
    after = page.at(-1)?.id;
  }
  onProgress({ done, of: done });
  return { streams: done, changed: changed.toSorted(), strays: await strays(db) };
}

/**
 * Whether the rows of a stream were right. It holds the stream's row, so whoever appends to it
 * meanwhile waits, and then finds the rows as it would have left them.
 */
async function compared(
  db: Session,
  { rows, replay }: Projection,
  streamId: string,
  keep: boolean,
): Promise<boolean> {
  let same = true;
  try {
    await db.transaction(async (tx) => {
      await tx.execute(sql`/* platform.lockStream */
        select 1 from event_streams where id = ${streamId} for update`);
      const before = await rows(tx, streamId);
      await replay(tx, streamId, await readStream(tx, streamId));
      same = before === (await rows(tx, streamId));
      if (!keep || same) throw new OnlyCompared();
    });
  } catch (error) {
    if (!(error instanceof OnlyCompared)) throw error;
  }
  return same;
}

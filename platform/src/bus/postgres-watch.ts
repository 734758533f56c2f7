import postgres, { type Sql } from 'postgres';
import { survivingLostConnections } from '../lost-connection.ts';
import { pause } from './delivery.ts';
import { type Closable, DEFAULT_PARTITIONS, type WatchOptions } from './interface.ts';
import {
  type Cursor,
  ensureTables,
  ensureTopic,
  MESSAGES_CHANNEL,
  readAfter,
} from './postgres-log.ts';

const POLL_MS = 1_000;
const LIMIT = 512;

/** Watches topics on PostgreSQL by cursors that only this process knows. */
export async function watchPostgresBus(
  url: string,
  { topics, handle, onGap, name, log, partitions = DEFAULT_PARTITIONS }: WatchOptions,
): Promise<Closable> {
  const sql = survivingLostConnections(
    postgres(url, {
      max: 2,
      connect_timeout: 5,
      connection: { application_name: name },
      onnotice: () => {},
    }),
  );
  const closing = new AbortController();
  let waking = new AbortController();
  let cursors: Cursor[];
  try {
    await ensureTables(sql);
    for (const topic of topics) await ensureTopic(sql, topic, partitions);
    await sql.listen(MESSAGES_CHANNEL, (topic) => {
      if (topics.includes(topic)) waking.abort();
    });
    cursors = await heads(sql, topics);
  } catch (error) {
    await sql.end({ timeout: 1 });
    throw error;
  }

  /** True when there may be more. */
  async function readOnce(): Promise<boolean> {
    const present = await heads(sql, topics);
    const behind = cursors.filter((cursor) => (headIn(present, cursor)?.after ?? 0) > cursor.after);
    if (behind.length === 0) return false;
    const messages = await readAfter(sql, behind, LIMIT);
    const next = new Map(cursors.map((cursor) => [nameOf(cursor), cursor]));
    for (const { topic, partition, position, ...message } of messages) {
      const place = nameOf({ topic, partition });
      const after = next.get(place)?.after ?? 0;
      // Groups that were faster have worked off what lies between, and the log has let go of it.
      if (position !== after + 1) await onGap();
      await handle({ ...message, topic });
      next.set(place, { topic, partition, after: position });
    }
    const read = new Set(messages.map(nameOf));
    for (const cursor of behind) {
      if (read.has(nameOf(cursor))) continue;
      await onGap();
      next.set(nameOf(cursor), headIn(present, cursor) ?? cursor);
    }
    cursors = [...next.values()];
    return true;
  }

  const reading = (async () => {
    await onGap();
    while (!closing.signal.aborted) {
      waking = new AbortController();
      try {
        if (await readOnce()) continue;
        await pause(POLL_MS, AbortSignal.any([closing.signal, waking.signal]));
      } catch (error) {
        if (closing.signal.aborted) break;
        log.warn({ err: error }, 'bus: not watched');
        await onGap().catch(() => {});
        await pause(POLL_MS, closing.signal);
      }
    }
  })();
  return {
    close: async () => {
      closing.abort();
      await reading;
      await sql.end({ timeout: 1 });
    },
  };
}

const nameOf = ({ topic, partition }: Pick<Cursor, 'topic' | 'partition'>) =>
  `${topic}/${partition}`;

const headIn = (heads: readonly Cursor[], at: Cursor): Cursor | undefined =>
  heads.find((each) => nameOf(each) === nameOf(at));

/** Where the partitions of topics end. */
const heads = async (sql: Sql, topics: readonly string[]): Promise<Cursor[]> => [
  ...(await sql<Cursor[]>`/* bus.heads */
    select topic, number as partition, head::float8 as after
    from partitions where topic = any(${topics as string[]}::text[])`),
];

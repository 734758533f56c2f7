import { setTimeout as sleep } from 'node:timers/promises';
import { readAllDecided, readHandled, readWaiting } from '../audit/collect-messages.ts';
import type { Databases } from '../audit/databases.ts';
import type { Listener } from '../audit/listener.ts';
import { REACTIONS } from '../audit/reactions.ts';

const POLL_MS = 500;
/** A look that finds nothing may fall between two things that follow from each other. */
const LOOKS = 2;
const SHOWN = 5;

export type Quiet = {
  /** What still goes on, one line each; empty where nothing does. */
  look: () => Promise<string[]>;
  /** Resolves once nothing goes on any more, or patience ends: with what still does then. */
  wait: (patienceMs: number, onLook: (lines: readonly string[]) => void) => Promise<string[]>;
};

/** Whether everything that was begun has ended. */
export function watchQuiet(databases: Databases, listener: Listener, since: Date): Quiet {
  const { orders, payments, shipping } = databases;

  const look = async (): Promise<string[]> => {
    const [sagas, returns, parcels, refunds, waiting] = await Promise.all([
      orders<{ line: string }[]>`/* chaos.openSagas */
        select 'order ' || c.order_id || ' in ' || (c.state->>'step') as line
        from checkouts c join orders o on o.id = c.order_id
        where c.state->>'step' <> 'ENDED' and o.placed_at >= ${since}`,
      orders<{ line: string }[]>`/* chaos.openReturns */
        select 'return ' || id || ' is ' || status as line
        from returns
        where status not in ('REJECTED', 'REFUNDED') and requested_at >= ${since}`,
      shipping<{ line: string }[]>`/* chaos.openShipments */
        select 'parcel ' || id || ' is ' || status as line from shipments
        where status in ('PENDING', 'LABEL_CREATED') and created_at >= ${since}`,
      payments<{ line: string }[]>`/* chaos.openRefunds */
        select 'refund ' || id || ' is pending' as line from refunds
        where status = 'PENDING' and created_at >= ${since}`,
      readWaiting(databases),
    ]);
    const open = [...sagas, ...returns, ...parcels, ...refunds].map(({ line }) => line);
    const stuck = waiting.map(({ where, what }) => `${what} in ${where}`);
    if (open.length + stuck.length > 0) return [...open, ...stuck];
    return unread();
  };

  const unread = async (): Promise<string[]> => {
    const decided = await readAllDecided(databases);
    const handled = await readHandled(databases);
    const done = new Set(handled.map(({ reader, messageId }) => `${reader} ${messageId}`));
    return decided.flatMap(({ id, type }) => {
      const readers = Object.keys(REACTIONS).filter((name) => REACTIONS[name]?.includes(type));
      const missing = readers.filter((reader) => !done.has(`${reader} ${id}`));
      if (!listener.has(id)) missing.push('the listener');
      return missing.map((reader) => `${type} ${id} has not come to ${reader}`);
    });
  };

  return {
    look,
    wait: async (patienceMs, onLook) => {
      const until = Date.now() + patienceMs;
      let empty = 0;
      for (;;) {
        const lines = await look().catch((error) => [String(error)]);
        empty = lines.length === 0 ? empty + 1 : 0;
        onLook(lines);
        if (empty === LOOKS) return [];
        if (Date.now() > until) return lines;
        await sleep(POLL_MS);
      }
    },
  };
}

/** The first few of many lines, and how many there are. */
export const gist = (lines: readonly string[]): string =>
  lines.length === 0
    ? 'quiet'
    : `${lines.length} open: ${lines.slice(0, SHOWN).join('; ')}${lines.length > SHOWN ? '; …' : ''}`;

import type { IncomingHttpHeaders } from 'node:http';
import type { PreparedOperation } from '../operations/prepared.ts';
import type { Client } from './client.ts';
import { signatureOf } from './signature.ts';
import type { UsageLog } from './usage-log.ts';

/** Counts what clients send. */
export type UsageRecorder = {
  /** On the path of each request: two lookups, below a microsecond. */
  count: (operation: PreparedOperation, headers: IncomingHttpHeaders | undefined) => void;
  /** Moves what was counted into the log; returns how many requests had no room there. */
  settle: (log: UsageLog, day: string) => number;
};

/** Characters of an operation; no page needs more, and the record stays small whatever is sent. */
const MAX_DOCUMENT = 32_768;

type Tally = { client: Client; requests: number };

/** `maxOperations`: how many different texts are counted between two settlements. */
export function usageRecorder(
  clientOf: (headers: IncomingHttpHeaders | undefined) => Client,
  maxOperations: number,
): UsageRecorder {
  const signatures = new WeakMap<PreparedOperation, string>();
  let counted = new Map<PreparedOperation, Map<string, Tally>>();
  let dropped = 0;

  function count(operation: PreparedOperation, headers: IncomingHttpHeaders | undefined): void {
    let tallies = counted.get(operation);
    if (tallies === undefined) {
      if (counted.size >= maxOperations) {
        dropped++;
        return;
      }
      // Here, beside the planning that a new operation costs anyway: all at once it would be a pause.
      signature(operation);
      tallies = new Map();
      counted.set(operation, tallies);
    }
    const client = clientOf(headers);
    const key = `${client.name}\n${client.version ?? ''}`;
    const tally = tallies.get(key);
    if (tally !== undefined) tally.requests++;
    else if (tallies.size < maxOperations) tallies.set(key, { client, requests: 1 });
    else dropped++;
  }

  function settle(log: UsageLog, day: string): number {
    let lost = dropped;
    const settled = counted;
    counted = new Map();
    dropped = 0;
    for (const [operation, tallies] of settled) {
      const document = signature(operation);
      const name = nameIn(document, operation.source.operationName);
      for (const { client, requests } of tallies.values()) {
        const hasRoom =
          document.length <= MAX_DOCUMENT && log.add({ client, name, document, requests }, day);
        if (!hasRoom) lost += requests;
      }
    }
    return lost;
  }

  /** Made once: operations in use are settled again and again. */
  function signature(operation: PreparedOperation): string {
    const { generation, source } = operation;
    const text =
      signatures.get(operation) ??
      signatureOf(generation.api, source.document, source.operationName);
    signatures.set(operation, text);
    return text;
  }

  return { count, settle };
}

/** Fragments may come first; no text in the document can look like an operation, as it has none left. */
const nameIn = (document: string, operationName: string | undefined): string | null =>
  operationName ?? /(?:^|\})(?:query|mutation|subscription) (\w+)/.exec(document)?.[1] ?? null;

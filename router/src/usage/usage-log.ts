import type { Client } from './client.ts';
import type { UsageFile, UsedOperation } from './usage-file.ts';

const MAX_VERSIONS = 5;

export type Sent = { client: Client; name: string | null; document: string; requests: number };

/** What is known of clients' operations, bounded by their number. */
export type UsageLog = {
  /** Adds requests of a day (`2026-01-31`). False where there is no room for another operation. */
  add: (sent: Sent, day: string) => boolean;
  file: () => UsageFile;
};

export function usageLog(begin: UsageFile | null, maxOperations: number, today: string): UsageLog {
  const operations = new Map<string, UsedOperation>();
  let recordedUntil = begin?.recordedUntil ?? today;
  for (const each of begin?.operations ?? []) operations.set(keyOf(each), { ...each });

  return {
    add: ({ client, name, document, requests }, day) => {
      recordedUntil = day;
      const key = keyOf({ client: client.name, name, document });
      const known = operations.get(key);
      if (known === undefined && operations.size >= maxOperations) return false;
      const { version } = client;
      const others = (known?.versions ?? []).filter((each) => each !== version);
      operations.set(key, {
        ...{ client: client.name, name, document },
        versions: [...others, ...(version === null ? [] : [version])].slice(-MAX_VERSIONS),
        requests: (known?.requests ?? 0) + requests,
        firstSeen: known?.firstSeen ?? day,
        lastSeen: day,
      });
      return true;
    },
    file: () => ({
      ...{ format: 'souk-usage', version: 1, recordedUntil },
      operations: [...operations.values()],
    }),
  };
}

const keyOf = ({
  client,
  name,
  document,
}: {
  client: string;
  name: string | null;
  document: string;
}) => JSON.stringify([client, name, document]);

import { z } from 'zod';

const Day = z.iso.date();

/** One operation of one client; days are in UTC, values are left out of the document. */
const UsedOperation = z.strictObject({
  client: z.string(),
  name: z.string().nullable(),
  /** Versions of the client, the latest last. */
  versions: z.array(z.string()).default([]),
  requests: z.int().nonnegative(),
  firstSeen: Day,
  lastSeen: Day,
  document: z.string().min(1),
});
export type UsedOperation = z.output<typeof UsedOperation>;

const UsageFile = z.strictObject({
  format: z.literal('souk-usage'),
  version: z.literal(1),
  /** The last day of which there are records. */
  recordedUntil: Day,
  operations: z.array(UsedOperation),
});
export type UsageFile = z.output<typeof UsageFile>;

/** Throws an Error that says what cannot be used. */
export function parseUsage(text: string): UsageFile {
  try {
    return UsageFile.parse(JSON.parse(text));
  } catch (error) {
    throw error instanceof z.ZodError ? new Error(z.prettifyError(error)) : error;
  }
}

/** One operation a line, in an order that does not depend on the order of requests. */
export function printUsage({ operations, ...head }: UsageFile): string {
  const keyed = operations.map((each) => ({ each, key: keyOf(each) }));
  const lines = keyed
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ each }) => `    ${JSON.stringify(each)}`);
  const members = Object.entries(head).map(
    ([name, value]) => `  "${name}": ${JSON.stringify(value)}`,
  );
  return `{\n${members.join(',\n')},\n  "operations": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

const keyOf = ({ client, name, document }: UsedOperation): string =>
  JSON.stringify([client, name ?? '', document]);

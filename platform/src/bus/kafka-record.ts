import type { Message } from './interface.ts';

/** A message as Kafka's headers, key and value hold it. */
export const toRecord = ({ id, topic, key, headers, body }: Message) => ({
  topic,
  key,
  value: body,
  headers: { id, headers: JSON.stringify(headers) },
});

/** Throws SyntaxError for headers that no bus of ours has written. */
export function fromRecord(record: {
  topic: string;
  key: string;
  value: string;
  headers: Iterable<readonly [string, string]>;
}): Message {
  const { id = '', headers = '{}' } = Object.fromEntries(record.headers);
  return {
    id,
    topic: record.topic,
    key: record.key,
    headers: JSON.parse(headers),
    body: record.value,
  };
}

import { type Consumer, IS_CONTROL, type KafkaRecord } from '@platformatic/kafka';
import type { Message } from './interface.ts';
import { fromRecord } from './kafka-record.ts';

/** What a broker answered to a fetch. */
export type Fetched = Awaited<ReturnType<Consumer['fetch']>>;

type Read = {
  /** Each throws SyntaxError where it is no message of a bus. */
  messages: (() => Message)[];
  /** The offset after the last one. */
  next: bigint;
};

/** What a broker's answer has of one partition, from an offset on. */
export function messagesOf(
  response: Fetched,
  topicId: string | undefined,
  { topic, partition, next: from }: { topic: string; partition: number; next: bigint },
): Read {
  const messages: (() => Message)[] = [];
  let next = from;
  const batches = response.responses
    .filter((each) => each.topicId === topicId)
    .flatMap((each) => each.partitions)
    .filter((each) => each.partitionIndex === partition)
    .flatMap((each) => each.records ?? []);
  for (const { firstOffset, lastOffsetDelta, attributes, records } of batches) {
    const after = firstOffset + BigInt(lastOffsetDelta) + 1n;
    if (after > next) next = after;
    if ((attributes & IS_CONTROL) !== 0) continue;
    for (const record of records) {
      // A batch is told as a whole, also what of it was read before.
      if (firstOffset + BigInt(record.offsetDelta) < from) continue;
      messages.push(() => fromRecord({ topic, ...textsOf(record) }));
    }
  }
  return { messages, next };
}

const text = (bytes: Buffer | null): string => bytes?.toString() ?? '';

const textsOf = ({ key, value, headers }: KafkaRecord) => ({
  key: text(key),
  value: text(value),
  headers: headers.map(([name, content]) => [text(name), text(content)] as const),
});

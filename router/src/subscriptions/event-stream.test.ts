import { expect, test } from 'vitest';
import { eventStreamReader, type StreamedEvent } from './event-stream.ts';

function read(chunks: readonly string[], maxLength = 1_000) {
  const events: StreamedEvent[] = [];
  let comments = 0;
  const feed = eventStreamReader({
    maxLength,
    onEvent: (event) => void events.push(event),
    onComment: () => void comments++,
  });
  for (const chunk of chunks) feed(chunk);
  return { events, comments };
}

const STREAM =
  ':\n\nevent: next\ndata: {"a":1}\n\nevent:next\r\ndata:{"b":\r\ndata: 2}\r\n\r\n: hi\nid: 7\nevent: complete\ndata:\n\n';

test('events are read whatever their line ends, and comments are not events', () => {
  const { events, comments } = read([STREAM]);
  expect(events).toEqual([
    { event: 'next', data: '{"a":1}' },
    { event: 'next', data: '{"b":\n2}' },
    { event: 'complete', data: '' },
  ]);
  expect(comments).toBe(2);
});

test('events are the same however the stream is cut', () => {
  const whole = read([STREAM]);
  expect(read([...STREAM])).toEqual(whole);
  for (let at = 1; at < STREAM.length; at++) {
    expect(read([STREAM.slice(0, at), STREAM.slice(at)])).toEqual(whole);
  }
});

test('an event without data is an event where it has a name', () => {
  expect(read(['event: complete\n\n\n\n']).events).toEqual([{ event: 'complete', data: '' }]);
});

test('an event that is too long is refused, in one line, in many, or before its line ends', () => {
  expect(() => read([`data: ${'x'.repeat(1_001)}\n\n`])).toThrow(RangeError);
  expect(() => read(['data: 0123456789\n'.repeat(101)])).toThrow(RangeError);
  expect(() => read([`data: ${'x'.repeat(2_000)}`])).toThrow(RangeError);
  expect(read(['data: 0123456789\n\n'.repeat(200)]).events).toHaveLength(200);
});

/** One event of a text/event-stream. */
export type StreamedEvent = { readonly event: string; readonly data: string };

const LINE_END = /\r\n|\n|\r(?!$)/;

/**
 * Reads text/event-stream (HTML Standard, 9.2.6) as it arrives; ids and retry times mean nothing
 * here. `onComment` is told of heartbeats. Throws RangeError for an event of more than `maxLength`
 * UTF-16 code units.
 */
export function eventStreamReader(options: {
  maxLength: number;
  onEvent: (event: StreamedEvent) => void;
  onComment: () => void;
}): (text: string) => void {
  const { maxLength, onEvent, onComment } = options;
  let rest = '';
  let event = '';
  let data: string[] = [];
  let length = 0;

  function dispatch(): void {
    if (data.length > 0) onEvent({ event: event || 'message', data: data.join('\n') });
    else if (event !== '') onEvent({ event, data: '' });
    event = '';
    data = [];
    length = 0;
  }

  function line(text: string): void {
    if (text === '') dispatch();
    else if (text.startsWith(':')) onComment();
    else field(text);
  }

  function field(text: string): void {
    const colon = text.indexOf(':');
    const name = colon === -1 ? text : text.slice(0, colon);
    const from = text.charAt(colon + 1) === ' ' ? colon + 2 : colon + 1;
    const value = colon === -1 ? '' : text.slice(from);
    if (name === 'event') event = value;
    else if (name === 'data') data.push(value);
    length += value.length;
    refuseLong(length);
  }

  function refuseLong(size: number): void {
    if (size > maxLength) throw new RangeError(`an event of more than ${maxLength} characters`);
  }

  return (text) => {
    // A carriage return at the end may be half of a line's end: it waits for what follows.
    const lines = (rest + text).split(LINE_END);
    rest = lines.pop() ?? '';
    for (const each of lines) line(each);
    refuseLong(length + rest.length);
  };
}

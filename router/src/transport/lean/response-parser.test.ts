import { expect, test } from 'vitest';
import type { LeanResponse } from './contract.ts';
import { headerOf } from './header-of.ts';
import { ResponseParser } from './response-parser.ts';

const LIMITS = { maxResponseBytes: 1_000, maxHeaderBytes: 500 };

/** Reads the parts as a connection does, then the end of the connection. */
function read(parts: readonly Buffer[], limits = LIMITS): LeanResponse[] {
  const parser = new ResponseParser(limits);
  const answers: LeanResponse[] = [];
  let carry = Buffer.alloc(0);
  for (const part of parts) {
    const bytes = Buffer.concat([carry, part]);
    let at = 0;
    while (at < bytes.length) {
      at = parser.consume(bytes, at, bytes.length);
      if (parser.response === null) break;
      answers.push(parser.response);
      parser.response = null;
    }
    carry = bytes.subarray(at);
  }
  const last = parser.end();
  if (last !== null) answers.push(last);
  return answers;
}

const texts = (answers: readonly LeanResponse[]) =>
  answers.map(({ status, text }) => `${status} ${text}`);
const one = (text: string) => texts(read([Buffer.from(text, 'latin1')]));
const head = (...fields: string[]) => ['HTTP/1.1 200 OK', ...fields, '', ''].join('\r\n');

const CANNED: readonly (readonly [string, string, readonly string[]])[] = [
  ['a length', `${head('Content-Length: 5')}hello`, ['200 hello']],
  [
    'chunks',
    `${head('Transfer-Encoding: chunked')}3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n`,
    ['200 hello'],
  ],
  [
    'chunks with extensions and trailers',
    `${head('transfer-encoding: CHUNKED')}5;a="b;c"\r\nhello\r\n00;x\r\nX-T: 1\r\nY:\r\n\r\n`,
    ['200 hello'],
  ],
  ['odd case and blanks', `${head('cOnTeNt-LeNgTh: \t 5 \t')}hello`, ['200 hello']],
  [
    'early hints',
    `HTTP/1.1 103 Hints\r\nLink: <a>\r\n\r\n${head('content-length:2')}ok`,
    ['200 ok'],
  ],
  [
    'no content, then more',
    `HTTP/1.1 204 \r\n\r\n${head('content-length: 2')}ok`,
    ['204 ', '200 ok'],
  ],
  ['not modified with a length', 'HTTP/1.1 304 \r\nContent-Length: 9\r\n\r\n', ['304 ']],
  ['no reason', 'HTTP/1.1 500\r\nContent-Length: 1\r\n\r\nx', ['500 x']],
  ['no length', `${head('x: y')}until the end`, ['200 until the end']],
  ['HTTP/1.0', 'HTTP/1.0 200 OK\r\n\r\nold', ['200 old']],
  ['several', `${head('content-length: 1')}a${head('content-length: 1')}b`, ['200 a', '200 b']],
];

test.each(CANNED)('reads %s', (_, text, expected) => {
  expect(one(text)).toEqual(expected);
});

test.each(CANNED)('reads %s wherever it is split', (_, text, expected) => {
  const bytes = Buffer.from(text, 'latin1');
  for (let i = 1; i < bytes.length; i++) {
    expect(texts(read([bytes.subarray(0, i), bytes.subarray(i)]))).toEqual(expected);
  }
  const each = Array.from(bytes, (byte) => Buffer.of(byte));
  expect(texts(read(each))).toEqual(expected);
});

test.each([
  ['no HTTP', 'hello world, this is not HTTP'],
  ['HTTP/2', 'HTTP/2.0 200 OK\r\n\r\n'],
  ['another minor version', 'HTTP/1.2 200 OK\r\n\r\n'],
  ['a status of two digits', 'HTTP/1.1 20 OK\r\n\r\n'],
  ['a status below 100', 'HTTP/1.1 099 OK\r\n\r\n'],
  ['another protocol', 'HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\n\r\n'],
  ['bare line feeds', 'HTTP/1.1 200 OK\nContent-Length: 0\n\n'],
  ['a bare CR', 'HTTP/1.1 200 OK\r\nA: b\rc\r\n\r\n'],
  ['NUL in a value', head('a: b\0c')],
  ['a folded field', head('a: b', ' c')],
  ['a blank before the colon', head('content-length : 0')],
  ['a field without a name', head(': x')],
  ['a line without a colon', head('oops')],
  ['two lengths', head('content-length: 1', 'content-length: 2')],
  ['the same length twice', head('content-length: 1', 'Content-Length: 1')],
  ['a list of lengths', head('content-length: 1, 1')],
  ['a length below zero', head('content-length: -1')],
  ['a length with a sign', head('content-length: +1')],
  ['a length in hexadecimal', head('content-length: 0x1')],
  ['an empty length', head('content-length:')],
  ['a length beyond counting', head('content-length: 9999999999999999')],
  ['a length and chunks', head('content-length: 5', 'transfer-encoding: chunked')],
  ['a coding besides chunks', head('transfer-encoding: gzip, chunked')],
  ['chunks twice', head('transfer-encoding: chunked', 'transfer-encoding: chunked')],
  ['chunks in HTTP/1.0', 'HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'],
  ['compression that was not asked for', head('content-encoding: gzip', 'content-length: 0')],
  ['a chunk size that is none', `${head('transfer-encoding: chunked')}xyz\r\n`],
  ['a blank behind a chunk size', `${head('transfer-encoding: chunked')}3 ;a\r\nhel\r\n`],
  ['a chunk size with a sign', `${head('transfer-encoding: chunked')}-5\r\n`],
  ['a chunk size beyond counting', `${head('transfer-encoding: chunked')}100000000\r\n`],
  ['a chunk longer than its size', `${head('transfer-encoding: chunked')}3\r\nhello\r\n`],
  ['a chunk line without CR', `${head('transfer-encoding: chunked')}3\nhel\r\n`],
])('refuses %s', (_, text) => {
  expect(() => one(text)).toThrow(expect.objectContaining({ code: 'LEAN_PROTOCOL' }));
  const each = Array.from(Buffer.from(text, 'latin1'), (byte) => Buffer.of(byte));
  expect(() => read(each)).toThrow(expect.objectContaining({ code: 'LEAN_PROTOCOL' }));
});

test.each([
  ['an announced body', head('content-length: 1001')],
  ['a body without end', `${head()}${'x'.repeat(1_001)}`],
  ['chunks', `${head('transfer-encoding: chunked')}3e9\r\n${'x'.repeat(1_001)}\r\n`],
  ['a header section', head(`a: ${'x'.repeat(500)}`)],
  ['a header section without end', `HTTP/1.1 200 OK\r\na: ${'x'.repeat(500)}`],
  ['interim answers', 'HTTP/1.1 102 Processing\r\n\r\n'.repeat(20)],
  ['trailers', `${head('transfer-encoding: chunked')}0\r\n${'a: b\r\n'.repeat(100)}\r\n`],
  ['chunk extensions', `${head('transfer-encoding: chunked')}1;${'x'.repeat(500)}`],
  [
    'many chunk extensions',
    `${head('transfer-encoding: chunked')}${'1;aaaaaaaaaaaa\r\nx\r\n'.repeat(99)}`,
  ],
])('refuses %s over the limit', (_, text) => {
  expect(() => one(text)).toThrow(expect.objectContaining({ code: 'LEAN_TOO_LARGE' }));
});

test('an answer that is cut off is no answer', () => {
  expect(one(`${head('content-length: 5')}hell`)).toEqual([]);
  expect(one(`${head('transfer-encoding: chunked')}5\r\nhello\r\n`)).toEqual([]);
  expect(one('HTTP/1.1 200 OK\r\nContent-')).toEqual([]);
});

test('decodes UTF-8 across parts, without its mark', () => {
  const body = Buffer.from('\ufeffgrüße 🛒');
  const bytes = Buffer.concat([Buffer.from(head(`content-length: ${body.length}`)), body]);
  for (let i = 1; i < bytes.length; i++) {
    expect(read([bytes.subarray(0, i), bytes.subarray(i)])[0]?.text).toBe('grüße 🛒');
  }
});

test('a body that is larger than the last one does not carry anything of it', () => {
  const part = (text: string) => [
    Buffer.from(head(`content-length: ${text.length}`)),
    Buffer.from(text),
  ];
  const bodies = ['a'.repeat(900), 'b', 'c'.repeat(500)];
  expect(read(bodies.flatMap(part)).map(({ text }) => text)).toEqual(bodies);
});

test('headers are found in any case, and joined', () => {
  const [answer] = read([
    Buffer.from(head('Content-Length: 0', 'Cache-CONTROL:\t max-age=1 ', 'cache-control: public')),
  ]);
  expect(answer && headerOf(answer, 'cache-control')).toBe('max-age=1, public');
  expect(answer && headerOf(answer, 'age')).toBe(null);
});

test('whether the connection ends with an answer is known', () => {
  const closes = (text: string) => {
    const parser = new ResponseParser(LIMITS);
    const bytes = Buffer.from(text);
    parser.consume(bytes, 0, bytes.length);
    return parser.close;
  };
  expect(closes(head('content-length: 0'))).toBe(false);
  expect(closes(head('content-length: 0', 'connection: Keep-Alive'))).toBe(false);
  expect(closes(head('content-length: 0', 'connection: x, Close'))).toBe(true);
  expect(closes('HTTP/1.0 204 \r\nConnection: keep-alive\r\n\r\n')).toBe(true);
});

import fc from 'fast-check';

/** What a server writes, and how it is cut into packets; then it ends the connection. */
export type RandomResponse = { readonly bytes: Buffer; readonly cuts: readonly number[] };

const cased = (text: string) =>
  fc
    .array(fc.boolean(), { minLength: text.length, maxLength: text.length })
    .map((upper) =>
      Array.from(text, (char, i) => (upper[i] ? char.toUpperCase() : char.toLowerCase())).join(''),
    );
const blank = fc.constantFrom('', ' ', ' ', ' ', '  ', '\t', ' \t ');
const field = (name: string, value: fc.Arbitrary<string>) =>
  fc.tuple(cased(name), blank, value, blank).map(([n, a, v, b]) => `${n}:${a}${v}${b}\r\n`);

const word = fc.stringMatching(/^[\w!#$&'*+.^`|~-]{1,12}$/);
const value = fc.stringMatching(/^[!-~\x80-\xff]([ -~\x80-\xff]{0,20}[!-~\x80-\xff])?$/);
const anyField = fc.tuple(word, value).map(([name, it]) => `x-${name}: ${it}\r\n`);
const fieldsBeside = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: anyField },
    { weight: 1, arbitrary: field('content-type', fc.constant('application/json')) },
    {
      weight: 1,
      arbitrary: field('connection', fc.constantFrom('keep-alive', 'close', 'x, close')),
    },
    { weight: 1, arbitrary: field('keep-alive', fc.constantFrom('timeout=5', 'x', '')) },
  ),
  { maxLength: 5 },
);

const body = fc
  .oneof(
    fc.json(),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.uint8Array({ maxLength: 50 }).map((it) => Buffer.from(it).toString('latin1')),
  )
  .map((text) => Buffer.from(text));

const chunkExtension = fc.constantFrom('', '', '', ';a', ';a=b', ';a="b"');
const trailer = fc.constantFrom('', '', 'X-Trailer: 1\r\n', 'a: b\r\nc:\r\n');

function chunked(bytes: Buffer, sizes: readonly number[], extension: string, end: string): string {
  let text = '';
  let at = 0;
  for (const size of [...sizes, bytes.length]) {
    const part = bytes.subarray(at, at + size);
    if (part.length > 0)
      text += `${part.length.toString(16)}${extension}\r\n${part.toString('latin1')}\r\n`;
    at += part.length;
  }
  return `${text}0${extension}\r\n${end}\r\n`;
}

const status = fc.oneof(
  { weight: 5, arbitrary: fc.constant(200) },
  { weight: 1, arbitrary: fc.constantFrom(201, 204, 205, 302, 304, 400, 404, 500, 503, 599) },
);

const framed = fc.oneof(
  fc.tuple(body, fieldsBeside, fc.constant('length')),
  fc.tuple(body, fieldsBeside, fc.constant('chunks')),
  fc.tuple(body, fieldsBeside, fc.constant('end')),
);

/** A correct answer, as a string of bytes. */
export const validResponse: fc.Arbitrary<string> = fc
  .record({
    status,
    reason: fc.constantFrom(' OK', ' ', '', ' Something Else', ' \xfc'),
    interim: fc.constantFrom('', '', '', 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'),
    framed,
    sizes: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 4 }),
    extension: chunkExtension,
    end: trailer,
    length: cased('content-length'),
    coding: fc.tuple(cased('transfer-encoding'), cased('chunked')),
  })
  .map((it) => {
    const [bytes, beside, framing] = it.framed;
    const empty = it.status === 204 || it.status === 304;
    const own =
      framing === 'length'
        ? `${it.length}: ${bytes.length}\r\n`
        : framing === 'chunks'
          ? `${it.coding.join(': ')}\r\n`
          : '';
    const content =
      framing === 'chunks'
        ? chunked(bytes, it.sizes, it.extension, it.end)
        : bytes.toString('latin1');
    const head = `${it.interim}HTTP/1.1 ${it.status}${it.reason}\r\n`;
    return `${head}${beside.join('')}${empty ? '' : own}\r\n${empty ? '' : content}`;
  });

const oddity = fc.constantFrom(
  'content-length: 3\r\n',
  'content-length: 3, 3\r\n',
  'content-length: +3\r\n',
  'content-length:\r\n',
  'content-length: 99999999999999999999\r\n',
  'transfer-encoding: chunked\r\n',
  'transfer-encoding: gzip, chunked\r\n',
  'transfer-encoding: identity\r\n',
  ' folded\r\n',
  'no colon\r\n',
  'blank : a\r\n',
  ': nameless\r\n',
  'nul: a\0b\r\n',
  'cr: a\rb\r\n',
  'lf: a\n',
  'connection: upgrade\r\nupgrade: h2c\r\n',
  '\r\n',
);

/** An answer with something wrong in it, which may happen to be no harm. */
export const spoiltResponse: fc.Arbitrary<string> = fc.oneof(
  // A field that should not be there.
  fc.tuple(validResponse, oddity).map(([text, it]) => {
    const at = text.indexOf('\r\n', text.lastIndexOf('HTTP/1.1')) + 2;
    return text.slice(0, at) + it + text.slice(at);
  }),
  // Cut off.
  fc
    .tuple(validResponse, fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([text, share]) => text.slice(0, Math.floor(text.length * share))),
  // Bytes put in, or in place of others.
  fc
    .tuple(validResponse, fc.nat(), fc.nat({ max: 3 }), fc.stringMatching(/^[\s\S]{0,3}$/))
    .map(([text, where, gone, put]) => {
      const at = where % (text.length + 1);
      return text.slice(0, at) + latin1(put) + text.slice(at + gone);
    }),
  // More than one answer.
  fc.tuple(validResponse, validResponse).map((both) => both.join('')),
  fc.constantFrom('', 'garbage', '\r\n', 'HTTP/0.9 200 OK\r\n\r\n', 'HTTP/2.0 200 OK\r\n\r\n'),
  fc.constantFrom('HTTP/1.0 200 OK\r\n\r\nold', 'HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok'),
  fc.constantFrom('HTTP/1.1 100 Continue\r\n\r\n', 'HTTP/1.1 101 Switching\r\n\r\n'),
);

const latin1 = (text: string) =>
  Array.from(text, (char) => String.fromCharCode(char.charCodeAt(0) & 0xff)).join('');

export const delivered = (text: fc.Arbitrary<string>): fc.Arbitrary<RandomResponse> =>
  fc.tuple(text, fc.array(fc.nat(), { maxLength: 3 })).map(([it, cuts]) => ({
    bytes: Buffer.from(it, 'latin1'),
    cuts: cuts.map((cut) => cut % (it.length + 1)).sort((a, b) => a - b),
  }));

import { connect } from 'node:net';
import type { Random } from './random.ts';

const OPERATION = '{"query":"{ viewer { id } }"}';
/** What is hidden in another request; a subgraph that is asked for it has been smuggled to. */
export const SMUGGLED = 'smuggled';
const HIDDEN_BODY = `{"query":"{ ${SMUGGLED}: viewer { id } }"}`;
const HIDDEN = [
  'POST /graphql HTTP/1.1',
  'Host: x',
  'Content-Type: application/json',
  `Content-Length: ${HIDDEN_BODY.length}`,
  '',
  HIDDEN_BODY,
].join('\r\n');

const head = (...lines: string[]) =>
  `${['POST /graphql HTTP/1.1', 'Host: x', 'Content-Type: application/json', ...lines].join('\r\n')}\r\n\r\n`;

/** Bytes on a socket, by what is bad about them. */
export const wires: Readonly<Record<string, (random: Random) => string>> = {
  'length and chunks': () =>
    `${head(`Content-Length: 5`, 'Transfer-Encoding: chunked')}0\r\n\r\n${HIDDEN}`,
  'chunks and length': () =>
    `${head('Transfer-Encoding: chunked', `Content-Length: ${HIDDEN.length}`)}0\r\n\r\n${HIDDEN}`,
  'two lengths': () =>
    head(`Content-Length: ${OPERATION.length}`, 'Content-Length: 0') + OPERATION + HIDDEN,
  'an odd coding': (random) =>
    `${head(
      `Transfer-Encoding: ${random.of(['xchunked', 'chunked, identity', 'identity', '\x0bchunked'])}`,
    )}0\r\n\r\n${HIDDEN}`,
  'an odd length': (random) =>
    head(`Content-Length: ${random.of(['+5', '-1', '0x10', '5, 5', '9'.repeat(40), ''])}`) +
    OPERATION,
  'bad chunks': (random) =>
    head('Transfer-Encoding: chunked') +
    random.of(['zz\r\n', '5\r\nab\r\n', `${'f'.repeat(20)}\r\n`, '-1\r\n', '5;x\n', '1\r\na']),
  'bare line feeds': () => `${head('Transfer-Encoding: chunked').replaceAll('\r\n', '\n')}0\n\n`,
  'a header with a space': () => head('Content-Length : 0', 'Transfer-Encoding : chunked') + HIDDEN,
  'oversized headers': (random) => head(`X-Large: ${'x'.repeat(17_000 + random.below(100_000))}`),
  'many headers': (random) =>
    head(...Array.from({ length: 2_100 + random.below(1_000) }, (_, i) => `X-${i}: 1`)),
  'a NUL in a header': () => head('X-Null: a\0b', 'Content-Length: 0'),
  'garbage in the pipeline': (random) =>
    head(`Content-Length: ${OPERATION.length}`) +
    OPERATION +
    '\x00\xff\x16\x03'.repeat(random.below(50) + 1),
  'no HTTP': (random) =>
    random.of(['\x16\x03\x01\x02\x00', 'PRI * HTTP/2.0\r\n\r\n', 'GET\r\n\r\n', '\r\n\r\n\r\nx']),
  'an odd version': () => 'POST /graphql HTTP/9.9\r\nHost: x\r\n\r\n',
  'an odd path': (random) =>
    `GET ${random.of(['/graphql?query=%', '/%00', '/../../etc/passwd', '//graphql', '/graphiql/static/../../x', '/graphql?query=%FF%FE', 'http://[::1'])} HTTP/1.1\r\nHost: x\r\nApollo-Require-Preflight: 1\r\n\r\n`,
  'no host': () => 'POST /graphql HTTP/1.1\r\nContent-Length: 0\r\n\r\n',
  'half a request': () => head('Content-Length: 1000') + OPERATION,
  'half a head': () => 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Ty',
  'an upgrade': () =>
    'GET /graphql HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
  'an expectation': () => head('Expect: 100-continue', 'Content-Length: 3'),
};

/** Sends bytes, and answers with every status that came back until the end or a quiet while. */
export const sendRaw = (port: number, bytes: string, quietMs: number): Promise<number[]> =>
  new Promise((resolve) => {
    let text = '';
    const socket = connect(
      port,
      '127.0.0.1',
      () => void socket.write(Buffer.from(bytes, 'latin1')),
    );
    socket.setTimeout(quietMs, () => socket.destroy());
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.on('error', () => {});
    socket.on('close', () =>
      resolve([...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status))),
    );
  });

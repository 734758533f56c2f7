import { createServer } from 'node:net';

/**
 * Answers every request with as many bytes of JSON as its path says, `/300`. Reads no more of HTTP
 * than where requests end, so that the clients are what is measured. Prints its port.
 */
const answers = new Map<string, string>();

function answerOf(size: string): string {
  let answer = answers.get(size);
  if (answer === undefined) {
    const body = JSON.stringify({
      data: { text: 'x'.repeat(Number(size) - JSON.stringify({ data: { text: '' } }).length) },
    });
    answer = [
      'HTTP/1.1 200 OK',
      'Content-Type: application/graphql-response+json; charset=utf-8',
      `Content-Length: ${body.length}`,
      `Date: ${new Date().toUTCString()}`,
      'Connection: keep-alive',
      'Keep-Alive: timeout=60',
      '',
      body,
    ].join('\r\n');
    answers.set(size, answer);
  }
  return answer;
}

const server = createServer({ noDelay: true }, (socket) => {
  let pending = '';
  socket.on('error', () => socket.destroy());
  socket.on('data', (bytes) => {
    pending += bytes.toString('latin1');
    let reply = '';
    for (;;) {
      const end = pending.indexOf('\r\n\r\n');
      if (end < 0) break;
      const head = pending.slice(0, end);
      const next = end + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      if (pending.length < next) break;
      reply += answerOf(/^POST \/(\d+)/.exec(head)?.[1] ?? '300');
      pending = pending.slice(next);
    }
    if (reply !== '') socket.write(reply, 'latin1');
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object') process.stdout.write(`${address?.port}\n`);
});

import { connect } from 'node:net';
import { messageReader } from '../wire/message-reader.ts';
import type { Request, Workload } from '../workloads.ts';
import { workloadNamed } from '../workloads.ts';

// A process of its own that sends requests when its parent says so, and tells when they are answered.

export type Order = {
  readonly port: number;
  /** By name, or requests that are taken in turn. */
  readonly workload: string | readonly Request[];
  /** Number of the first request. */
  readonly from: number;
  readonly requests: number;
  /** Connections, each with one request at a time. */
  readonly concurrency: number;
};
export type Done = { readonly bytes: number; readonly wrong: string | null };

function drive({ port, workload, from, requests, concurrency }: Order): Promise<Done> {
  const { request, same } =
    typeof workload === 'string' ? workloadNamed(workload) : inTurn(workload);
  let sent = 0;
  let bytes = 0;
  let wrong: string | null = null;
  let first: Buffer | null = null;

  const check = (head: string, answer: Buffer) => {
    bytes += answer.length;
    const bad = !head.startsWith('HTTP/1.1 200') || answer.includes('"errors"');
    if (!bad && (!same || first === null || answer.equals(first))) {
      first ??= Buffer.from(answer);
    } else {
      wrong ??= `${head.split('\r\n')[0]} ${answer.toString().slice(0, 300)}`;
    }
  };

  const connection = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      let asked = 0;
      let answered = 0;
      const next = () => {
        if (sent >= requests) return void socket.destroy();
        const { body, authorization } = request(from + sent);
        const identity = authorization === undefined ? '' : `authorization: ${authorization}\r\n`;
        sent += 1;
        asked += 1;
        socket.write(
          `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\naccept: application/json\r\n${identity}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
        );
      };
      const read = messageReader((head, answer) => {
        answered += 1;
        check(head, answer);
        next();
      });
      socket.on('data', read);
      socket.on('connect', next);
      socket.on('error', reject);
      socket.on('close', () => {
        if (answered < asked) wrong ??= 'a connection was closed in the middle';
        resolve();
      });
    });

  return Promise.all(Array.from({ length: concurrency }, connection)).then(() => ({
    bytes,
    wrong,
  }));
}

const inTurn = (requests: readonly Request[]): Pick<Workload, 'request' | 'same'> => ({
  request: (index) => requests[index % requests.length] as Request,
  same: false,
});

process.on('message', (order: Order) => {
  drive(order).then(
    (done) => process.send?.(done),
    (error) => process.send?.({ bytes: 0, wrong: String(error) } satisfies Done),
  );
});
process.on('disconnect', () => process.exit(0));

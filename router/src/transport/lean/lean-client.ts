import { chooseCrowded, chooseIdle, chooseShared } from './choose-connection.ts';
import { Connection } from './connection.ts';
import type { LeanClient, LeanOptions, LeanResponse } from './contract.ts';
import { closed, type Exchange, fail, timeout } from './exchange.ts';
import { LeanError } from './lean-error.ts';
import { requestTarget } from './rendered-headers.ts';
import { wakeUp } from './wake-up.ts';

/** Throws TypeError when the origin is not `http://host:port`. */
export function leanClient(options: LeanOptions): LeanClient {
  const { host, address } = parseOrigin(options.origin);
  const connections: Connection[] = [];
  const queue: Exchange[] = [];
  const toFlush: Connection[] = [];
  const targets = new Map<string, string>();
  const alarm = wakeUp(expire);
  let gathering: Connection | null = null;
  let connecting = 0;
  let isClosed = false;
  let distrustedUntil = 0;

  /**
   * To a server that has lost count of its answers, one request at a time: on a shared connection
   * somebody would get what is another's.
   */
  const depth = (now: number) => (now < distrustedUntil ? 1 : options.pipelining);

  /** The constant beginning of every request to a path. */
  function requestStart(path: string): string {
    let start = targets.get(path);
    if (start === undefined) {
      start = `POST ${requestTarget(path)} HTTP/1.1\r\nhost: ${host}\r\n`;
      if (targets.size < MAX_KNOWN_PATHS) targets.set(path, start);
    }
    return start;
  }

  function place(exchange: Exchange, now: number): boolean {
    const connection = exchange.exclusive
      ? chooseIdle(connections, now)
      : (chooseShared(connections, gathering, depth(now), now) ??
        (connections.length < options.maxSockets
          ? null
          : chooseCrowded(connections, depth(now), now)));
    if (connection === null) return false;
    if (!connection.isGathering) {
      if (toFlush.length === 0) setImmediate(flush);
      toFlush.push(connection);
      gathering = connection;
    }
    connection.send(exchange);
    return true;
  }

  /** Once for all requests of a turn of the event loop. */
  function flush(): void {
    const now = performance.now();
    for (const connection of toFlush) connection.flush(now);
    toFlush.length = 0;
    gathering = null;
  }

  /** In the order of arrival: what needs a connection of its own would otherwise wait forever. */
  function dispatch(): void {
    if (queue.length === 0) return;
    const now = performance.now();
    for (let first = queue[0]; first !== undefined; first = queue[0]) {
      if (first.settle !== null && !place(first, now)) break;
      queue.shift();
    }
    open(now);
  }

  /** Opens as many connections as those that wait are worth. */
  function open(now: number): void {
    let shared = 0;
    let alone = 0;
    for (const { exclusive } of queue) exclusive ? alone++ : shared++;
    const wanted = alone + Math.ceil(shared / depth(now));
    while (connecting < wanted && connections.length < options.maxSockets) {
      connecting += 1;
      connections.push(new Connection(address, options, events, now));
      alarm.at(now + options.connectTimeoutMs);
    }
  }

  function opened(): void {
    connecting -= 1;
    dispatch();
  }

  function ended(connection: Connection, why: string, unsent: readonly Exchange[]): void {
    connections.splice(connections.indexOf(connection), 1);
    if (gathering === connection) gathering = null;
    queue.unshift(...unsent);
    if (connection.isOpen) {
      if (!isClosed) dispatch();
      return;
    }
    connecting -= 1;
    // Not opened again at once: a server that refuses would be asked without end. As long as
    // another connection is left, there is hope for those that wait.
    if (connections.length === 0) rejectQueue(() => connectFailed(why));
  }

  function desynced(): void {
    distrustedUntil = performance.now() + DISTRUST_MS;
  }

  function rejectQueue(why: () => LeanError): void {
    for (const exchange of queue.splice(0)) fail(exchange, why());
  }

  function expire(now: number): number {
    let next = Number.POSITIVE_INFINITY;
    for (const exchange of queue) {
      if (exchange.deadlineAt <= now) fail(exchange, timeout(false));
      else next = Math.min(next, exchange.deadlineAt);
    }
    for (const connection of [...connections]) next = Math.min(next, connection.expire(now));
    dispatch();
    return next;
  }

  const events = { opened, freed: dispatch, desynced, ended };
  return {
    post: (path, headers, body, { exclusive, deadlineAt, now = performance.now() }) =>
      new Promise<LeanResponse>((resolve, reject) => {
        if (isClosed) throw clientClosed();
        const exchange: Exchange = {
          start: requestStart(path),
          headers,
          body,
          exclusive,
          deadlineAt,
          settle: { resolve, reject },
          write: 0,
        };
        alarm.at(Math.min(deadlineAt, now + options.keepAliveMs));
        if (queue.length === 0 && place(exchange, now)) return;
        if (queue.length >= options.maxQueued) throw busy(options.maxQueued);
        queue.push(exchange);
        open(now);
      }),
    stats: () => ({
      sockets: connections.length,
      connecting,
      inFlight: connections.reduce((sum, { load }) => sum + load, 0),
      queued: queue.length,
    }),
    close: () => {
      isClosed = true;
      alarm.cancel();
      rejectQueue(clientClosed);
      for (const connection of [...connections]) connection.over('client closed');
      rejectQueue(clientClosed);
    },
  };
}

const MAX_KNOWN_PATHS = 100;

const DISTRUST_MS = 60_000;

const connectFailed = (why: string) =>
  new LeanError('LEAN_CONNECT', `cannot connect: ${why}`, { sent: false, retryable: true });

const clientClosed = () => closed('client closed', { sent: false, retryable: false });

const busy = (limit: number) =>
  new LeanError('LEAN_BUSY', `${limit} requests wait already`, { sent: false, retryable: true });

function parseOrigin(origin: string) {
  const url = new URL(origin);
  if (url.protocol !== 'http:' || url.origin !== origin)
    throw new TypeError(`not an http origin: ${origin}`);
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  return { host: url.host, address: { host: hostname, port: Number(url.port || 80) } };
}

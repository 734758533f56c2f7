import { createServer, type Socket } from 'node:net';
import { create, createFileRegistry, type DescService } from '@bufbuild/protobuf';
import {
  FileDescriptorProtoSchema,
  file_google_protobuf_wrappers,
  MethodOptions_IdempotencyLevel as Level,
} from '@bufbuild/protobuf/wkt';
import type { HandlerContext, ServiceImpl } from '@connectrpc/connect';
import { createLogger } from '../src/log.ts';
import { rpcClient } from '../src/rpc-client.ts';
import { startRpcServer } from '../src/rpc-server.ts';

const STRING = '.google.protobuf.StringValue';
const method = (name: string, idempotencyLevel: Level) => ({
  name,
  inputType: STRING,
  outputType: STRING,
  options: { idempotencyLevel },
});
const { proto: wrappers } = file_google_protobuf_wrappers;
const methods = [method('Ask', Level.NO_SIDE_EFFECTS), method('Tell', Level.IDEMPOTENCY_UNKNOWN)];
const file = create(FileDescriptorProtoSchema, {
  name: 'echo.proto',
  package: 'test',
  syntax: 'proto3',
  dependency: [wrappers.name],
  service: [{ name: 'Echo', method: methods }],
});

/** A service with a method that may be repeated, Ask, and one that may not, Tell. */
const Echo = createFileRegistry(file, () => wrappers).getService('test.Echo') as DescService;

type Message = { value: string };
type Method = (
  message: Message,
  options?: { timeoutMs?: number; signal?: AbortSignal },
) => Promise<Message>;
export type Handler = (message: Message, context: HandlerContext) => Promise<Message>;

/** An address at which nobody listens. */
export const NOBODY = 'http://127.0.0.1:1';

/** Servers of Echo, good and bad, and a client that knows all their addresses. */
export function rpcStage() {
  const log = createLogger({ name: 'test', level: 'silent' });
  const closers: (() => void | Promise<void>)[] = [];
  const urls: string[] = [];
  return {
    urls,
    serve: async (ask: Handler, { tell = ask, port = 0 } = {}) => {
      const routes = { ask, tell } as unknown as ServiceImpl<DescService>;
      const server = await startRpcServer({
        host: '127.0.0.1',
        port,
        log,
        routes: (router) => router.service(Echo, routes),
      });
      closers.push(server.close);
      urls.push(`http://127.0.0.1:${server.port}`);
      return server;
    },
    /** A TCP server that takes connections, and does to each what it is told. */
    takeConnections: async (then: (socket: Socket) => void): Promise<void> => {
      const sockets = new Set<Socket>();
      const server = createServer((socket) => {
        sockets.add(socket.on('error', () => {}));
        then(socket);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      closers.push(() => {
        for (const socket of sockets) socket.destroy();
        server.close();
      });
      const address = server.address();
      urls.push(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
    },
    client: (deadlineMs = 1_000) => {
      const instances = () => urls.map((rpc, n) => ({ id: `${n}`, http: rpc, rpc }));
      const made = rpcClient({ instances, close: () => {} }, 'echo', Echo, { deadlineMs });
      return made as unknown as { ask: Method; tell: Method };
    },
    close: () => Promise.all(closers.map((close) => close())),
  };
}

/** Takes calls, then drops their connections: the caller cannot know what became of them. */
export function drop() {
  let taken = 0;
  return {
    taken: () => taken,
    connection: (socket: Socket): void => {
      socket.once('data', () => {
        taken += 1;
        setTimeout(() => socket.destroy(), 20);
      });
    },
  };
}

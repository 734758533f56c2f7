import type { DescService } from '@bufbuild/protobuf';
import { type Client, Code, ConnectError, createClient, type Transport } from '@connectrpc/connect';
import { createGrpcTransport } from '@connectrpc/connect-node';
import type { Discovery } from './discovery.ts';
import { AppError } from './errors.ts';

/**
 * A gRPC client of a named service. Calls go round the instances that discovery knows; a call that
 * found its instance gone is tried on the next one, because it never arrived. Throws UNAVAILABLE
 * when nobody answers and DEADLINE_EXCEEDED when the answer comes too late.
 */
export function rpcClient<Service extends DescService>(
  discovery: Discovery,
  name: string,
  service: Service,
  options: { deadlineMs: number },
): Client<Service> {
  const transports = new Map<string, Transport>();
  let turn = 0;

  const transportTo = (baseUrl: string): Transport => {
    const known = transports.get(baseUrl);
    if (known !== undefined) return known;
    const created = createGrpcTransport({ baseUrl, defaultTimeoutMs: options.deadlineMs });
    transports.set(baseUrl, created);
    return created;
  };

  const inTurn = (): string[] => {
    const urls = discovery.instances(name).flatMap(({ rpc }) => (rpc === undefined ? [] : [rpc]));
    turn = (turn + 1) % Math.max(urls.length, 1);
    return [...urls.slice(turn), ...urls.slice(0, turn)];
  };

  const balanced: Transport = {
    async unary(...call) {
      let failure: unknown = new ConnectError('no instance', Code.Unavailable);
      for (const url of inTurn()) {
        try {
          return await transportTo(url).unary(...call);
        } catch (error) {
          failure = error;
          if (!neverArrived(error)) break;
        }
      }
      throw asAppError(failure, name);
    },
    stream(...call) {
      const [url] = inTurn();
      if (url === undefined) throw asAppError(new ConnectError('', Code.Unavailable), name);
      return transportTo(url).stream(...call);
    },
  };
  return createClient(service, balanced);
}

function neverArrived(error: unknown): boolean {
  const cause = error instanceof ConnectError ? error.cause : error;
  return cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED';
}

function asAppError(error: unknown, name: string): unknown {
  const { code } = ConnectError.from(error);
  if (code === Code.Unavailable) {
    return new AppError('UNAVAILABLE', `${name} cannot be reached at the moment.`);
  }
  if (code === Code.DeadlineExceeded) {
    return new AppError('DEADLINE_EXCEEDED', `${name} did not answer in time.`);
  }
  return error;
}

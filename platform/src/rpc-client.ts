import { setTimeout as sleep } from 'node:timers/promises';
import type { DescMethod, DescService } from '@bufbuild/protobuf';
import { MethodOptions_IdempotencyLevel as Level } from '@bufbuild/protobuf/wkt';
import { type Client, Code, ConnectError, createClient, type Transport } from '@connectrpc/connect';
import { createGrpcTransport } from '@connectrpc/connect-node';
import type { Discovery } from './discovery.ts';
import { AppError } from './errors.ts';
import { backoffMs, retryBudget } from './retry-budget.ts';
import { failureOf, fromWire } from './rpc-errors.ts';
import { rpcInstances } from './rpc-instances.ts';
import { childSpan, traceparent } from './trace.ts';

const MAX_RETRIES = 2;
const FIRST_BACKOFF_MS = 20;
const REPEATABLE: ReadonlySet<Level> = new Set([Level.NO_SIDE_EFFECTS, Level.IDEMPOTENT]);

const isRepeatable = ({ idempotency }: DescMethod) => REPEATABLE.has(idempotency);

/**
 * A gRPC client of a named service. Calls go round the instances that discovery knows and carry the
 * trace of the work at hand. One that found its instance gone is tried on the next, because it never
 * arrived; one that broke on its way is repeated only if its method declares an idempotency level.
 * All tries together have `deadlineMs`, or the call's own timeoutMs. Throws the AppError that the
 * service threw, UNAVAILABLE when nobody answers, DEADLINE_EXCEEDED when the answer comes too late.
 */
export function rpcClient<Service extends DescService>(
  discovery: Discovery,
  name: string,
  service: Service,
  options: { deadlineMs: number },
): Client<Service> {
  const transports = new Map<string, Transport>();
  const instances = rpcInstances(discovery, name);
  const budget = retryBudget({ share: 0.2, reserve: 10 });

  const transportTo = (baseUrl: string): Transport => {
    const known = transports.get(baseUrl);
    if (known !== undefined) return known;
    const created = createGrpcTransport({ baseUrl, pingIntervalMs: 5_000, pingTimeoutMs: 2_000 });
    transports.set(baseUrl, created);
    return created;
  };

  const balanced: Transport = {
    async unary(method, signal, timeoutMs, header, input, contextValues) {
      const endsAt = performance.now() + (timeoutMs ?? options.deadlineMs);
      const headers = traced(header);
      budget.called();
      let left = instances.inTurn();
      for (let retries = 0; ; ) {
        const url = left.shift();
        if (url === undefined) throw unreachable(name);
        try {
          const ms = Math.ceil(endsAt - performance.now());
          if (ms <= 0) throw new ConnectError('', Code.DeadlineExceeded);
          const transport = transportTo(url);
          const answer = await transport.unary(method, signal, ms, headers, input, contextValues);
          instances.answered(url);
          return answer;
        } catch (thrown) {
          if (signal?.aborted) throw thrown;
          const error = ConnectError.from(thrown);
          const failure = failureOf(error);
          if (failure === 'answered') throw fromWire(error);
          instances.failed(url);
          if (failure === 'late') throw late(name);
          if (failure === 'never arrived' && left.length > 0) continue;
          const repeatable = failure === 'never arrived' || isRepeatable(method);
          const pauseMs = backoffMs(retries, FIRST_BACKOFF_MS);
          const inTime = performance.now() + pauseMs < endsAt;
          if (!repeatable || retries === MAX_RETRIES || !inTime || !budget.mayRetry()) {
            throw unreachable(name);
          }
          retries += 1;
          await sleep(pauseMs, undefined, { ...(signal && { signal }) });
          if (left.length === 0) left = instances.inTurn();
        }
      }
    },
    async stream(method, signal, timeoutMs, header, input, contextValues) {
      const [url] = instances.inTurn();
      if (url === undefined) throw unreachable(name);
      const ms = timeoutMs ?? options.deadlineMs;
      return transportTo(url).stream(method, signal, ms, traced(header), input, contextValues);
    },
  };
  return createClient(service, balanced);
}

function traced(header: ConstructorParameters<typeof Headers>[0]): Headers {
  const headers = new Headers(header);
  const parent = traceparent();
  if (parent !== undefined) headers.set('traceparent', childSpan(parent));
  return headers;
}

const unreachable = (name: string) =>
  new AppError('UNAVAILABLE', `${name} cannot be reached at the moment.`);

const late = (name: string) => new AppError('DEADLINE_EXCEEDED', `${name} did not answer in time.`);

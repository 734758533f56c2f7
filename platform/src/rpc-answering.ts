import { Code, ConnectError, type Interceptor } from '@connectrpc/connect';
import type { Logger } from './log.ts';
import { toWire } from './rpc-errors.ts';
import { inTrace, traceIdOf, traceparent } from './trace.ts';

/**
 * Around every method of a server: runs it within the caller's trace, answers when the caller's
 * deadline has passed even if the method has not, turns errors into codes and masks the unknown.
 */
export const answering =
  (log: Logger | undefined): Interceptor =>
  (next) =>
  (request) =>
    inTrace(request.header.get('traceparent'), async () => {
      const startedAt = performance.now();
      const facts = (code: string) => ({
        method: `${request.service.typeName}/${request.method.name}`,
        code,
        ms: Math.round((performance.now() - startedAt) * 10) / 10,
        traceId: traceIdOf(traceparent() ?? ''),
      });
      try {
        const answer = await beforeAborted(next(request), request.signal);
        log?.debug(facts('ok'), 'answered');
        return answer;
      } catch (error) {
        const wire = toWire(error);
        const level = wire.code === Code.Internal ? 'error' : 'debug';
        log?.[level]({ ...facts(Code[wire.code]), err: error }, 'refused');
        throw wire;
      }
    });

function beforeAborted<Answer>(work: Promise<Answer>, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(ConnectError.from(signal.reason, Code.Canceled));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

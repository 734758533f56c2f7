import { Pool } from 'undici';
import type { Client, ClientOptions } from './client-contract.ts';
import { LeanError } from './lean/lean-error.ts';

const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const TLS = /^(ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** The same as the lean client over undici, for https. Throws what undici refuses an origin with. */
export function undiciClient(origin: string, options: ClientOptions): Client {
  const pool = new Pool(origin, {
    connections: options.connections,
    pipelining: 1,
    keepAliveTimeout: options.keepAliveMs,
    connectTimeout: options.connectTimeoutMs,
    maxResponseSize: options.maxResponseBytes,
    // The signal ends requests; these only bound what it forgot.
    headersTimeout: 120_000,
    bodyTimeout: 120_000,
  });
  return {
    post: async (path, { fields }, body, { deadlineAt }) => {
      const signal = AbortSignal.timeout(Math.max(1, Math.ceil(deadlineAt - performance.now())));
      try {
        const response = await pool.request({
          method: 'POST',
          path,
          headers: fields,
          body,
          signal,
        });
        const text = await response.body.text();
        return { status: response.statusCode, text, head: headOf(response.headers) };
      } catch (error) {
        throw signal.aborted ? late() : explained(error as NodeJS.ErrnoException);
      }
    },
    close: () => void pool.destroy(),
  };
}

const headOf = (headers: Readonly<Record<string, string | string[] | undefined>>): string =>
  Object.entries(headers)
    .flatMap(([name, value]) => [value ?? []].flat().map((each) => `${name}: ${each}\r\n`))
    .join('');

const late = () =>
  new LeanError('LEAN_TIMEOUT', 'no answer within the deadline', { sent: true, retryable: false });

function explained({ code = '', message }: NodeJS.ErrnoException): LeanError {
  const why = `${code} ${message}`;
  if (NEVER_SENT.has(code) || TLS.test(code)) {
    return new LeanError('LEAN_CONNECT', why, { sent: false, retryable: true });
  }
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') {
    return new LeanError('LEAN_TOO_LARGE', why, { sent: true, retryable: false });
  }
  if (code.startsWith('HPE_')) {
    return new LeanError('LEAN_PROTOCOL', why, { sent: true, retryable: false });
  }
  return new LeanError('LEAN_CLOSED', why, { sent: true, retryable: true });
}

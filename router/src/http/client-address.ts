import type { IncomingMessage } from 'node:http';
import proxyAddress from '@fastify/proxy-addr';

/** The address that a request comes from, for rate limits and for subgraphs. */
export type ClientAddress = (request: IncomingMessage) => string;

/**
 * Whose X-Forwarded-For is believed: nobody's, that of as many proxies in front, or that of
 * addresses and networks (`10.0.0.0/8`, `loopback`, `linklocal`, `uniquelocal`). Throws TypeError
 * for what is none of these.
 */
export function clientAddress(trusted: null | number | readonly string[]): ClientAddress {
  if (trusted === null) return ({ socket }) => socket.remoteAddress ?? '';
  const trust =
    typeof trusted === 'number'
      ? (_: string, hop: number) => hop < trusted
      : proxyAddress.compile([...trusted]);
  return (request) => proxyAddress(request, trust);
}

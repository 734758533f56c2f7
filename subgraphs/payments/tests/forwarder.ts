import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An address that passes webhooks on, once it is known where to; until then they are to come again. */
export async function forwarder() {
  let target: string | null = null;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    response.statusCode = await pass(Buffer.concat(chunks), request.headers['stripe-signature']);
    response.end();
  });
  const pass = async (body: Buffer, signature: string | string[] | undefined) => {
    if (target === null) return 503;
    const headers = { 'content-type': 'application/json', 'stripe-signature': String(signature) };
    const answer = await fetch(target, {
      method: 'POST',
      body: new Uint8Array(body),
      headers,
    }).catch(() => null);
    return answer?.status ?? 502;
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/webhooks`,
    /** null holds them all up. */
    to: (url: string | null) => {
      target = url;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

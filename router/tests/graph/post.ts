import { type IncomingHttpHeaders, request } from 'node:http';

export type Posted = { status: number; headers: IncomingHttpHeaders; text: string };

/** Sends exactly these headers and bytes to a router's endpoint. */
export const post = (
  url: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
  method = 'POST',
): Promise<Posted> =>
  new Promise((resolve, reject) => {
    const sent = request(
      url.includes('?') ? url : `${url}/graphql`,
      { method, headers: { 'content-type': 'application/json', ...headers }, agent: false },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk) => (text += chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
      },
    );
    sent.on('error', reject).end(body);
  });

/** How many requests a router served without its judge. */
export async function hotRequests(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/router_requests_total{path="hot"[^}]*} (\d+)/.exec(metrics)?.[1]);
}

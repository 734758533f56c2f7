import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';

export type StreamClient = { close: () => void };

const bodyOf = (channel: string) => ({
  query: 'subscription ($channel: String!) { tick(channel: $channel) }',
  variables: { channel },
});

const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });

/** One stream by SSE, on a connection of its own; resolves when it is open. */
export const sseClient = (url: string, channel: string, onTick: (n: number) => void) =>
  new Promise<StreamClient>((resolve, reject) => {
    const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
    const sent = request(`${url}/graphql`, { agent, method: 'POST', headers }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`status ${response.statusCode}`));
      let rest = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        const events = (rest + part).split('\n\n');
        rest = events.pop() ?? '';
        for (const event of events) tell(event, onTick);
      });
      response.on('error', () => {});
      resolve({ close: () => sent.destroy() });
    });
    sent.on('error', reject);
    sent.end(JSON.stringify(bodyOf(channel)));
  });

/** One stream by WebSocket, on a connection of its own; resolves when it has been asked for. */
export const socketClient = (url: string, channel: string, onTick: (n: number) => void) =>
  new Promise<StreamClient>((resolve, reject) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const send = (message: object) => socket.send(JSON.stringify(message));
    socket.once('error', reject);
    socket.once('open', () => send({ type: 'connection_init' }));
    socket.on('message', (data) => {
      const text = String(data);
      if (!text.includes('"connection_ack"')) return tell(text, onTick);
      send({ id: '1', type: 'subscribe', payload: bodyOf(channel) });
      resolve({ close: () => socket.terminate() });
    });
  });

function tell(event: string, onTick: (n: number) => void): void {
  const n = /"tick":(\d+)/.exec(event)?.[1];
  if (n !== undefined) onTick(Number(n));
}

import { Connection } from 'rabbitmq-client';
import type { Logger } from '../log.ts';

const CONNECT_MS = 30_000;

/** A connection that comes back by itself. Rejects where there is none within 30 seconds. */
export async function connectRabbit(url: string, name: string, log: Logger): Promise<Connection> {
  const connection = new Connection({
    url,
    connectionName: name,
    retryLow: 200,
    retryHigh: 2_000,
    heartbeat: 10,
  });
  connection.on('error', (error) => log.warn({ err: error }, 'bus: RabbitMQ not reached'));
  try {
    await connection.onConnect(CONNECT_MS);
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

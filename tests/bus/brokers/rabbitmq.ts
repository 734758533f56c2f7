import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Broker } from '../broker.ts';
import { freePort, untilListening } from './ports.ts';

/** Debian's server itself: the wrapper on PATH would change to another user and its folders. */
const SERVER = '/usr/lib/rabbitmq/bin/rabbitmq-server';
const PATIENCE_MS = 20_000;

/** Why there is no RabbitMQ to test against, or null. */
export const rabbitMissing = (): string | null =>
  existsSync(SERVER) ? null : 'no RabbitMQ: apt-get install rabbitmq-server';

/** A RabbitMQ of the test's own on loopback: own ports, node name and folders. */
export async function startRabbit(): Promise<Broker> {
  const folder = await mkdtemp(path.join(tmpdir(), 'souk-rabbitmq-'));
  const [port, distribution] = [await freePort(), await freePort()];
  const epmd = await freePort();
  const conf = path.join(folder, 'rabbitmq.conf');
  await writeFile(
    conf,
    `listeners.tcp.local = 127.0.0.1:${port}\nloopback_users.guest = true\nlog.file.level = warning\n`,
  );
  await writeFile(path.join(folder, 'enabled_plugins'), '[].\n');
  const env = {
    ...process.env,
    HOME: folder,
    RABBITMQ_NODENAME: `souk${port}@localhost`,
    RABBITMQ_NODE_PORT: `${port}`,
    RABBITMQ_DIST_PORT: `${distribution}`,
    ERL_EPMD_PORT: `${epmd}`,
    ERL_EPMD_ADDRESS: '127.0.0.1',
    RABBITMQ_CONFIG_FILE: conf,
    RABBITMQ_CONF_ENV_FILE: path.join(folder, 'none.conf'),
    RABBITMQ_ENABLED_PLUGINS_FILE: path.join(folder, 'enabled_plugins'),
    RABBITMQ_MNESIA_BASE: path.join(folder, 'data'),
    RABBITMQ_LOG_BASE: path.join(folder, 'log'),
    RABBITMQ_PID_FILE: path.join(folder, 'pid'),
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS:
      '-kernel inet_dist_use_interface {127,0,0,1} +S 2:2 +sbwt none',
  };
  // Erlang would start one as a daemon, which nobody ends.
  const names = spawn('epmd', ['-port', `${epmd}`, '-address', '127.0.0.1'], { stdio: 'ignore' });
  let server: ChildProcess | null = null;
  const start = async () => {
    server = spawn(SERVER, [], { env, stdio: 'ignore', detached: true });
    await untilListening(port, 180_000, server);
  };
  const stop = async () => {
    if (server !== null) await end(server);
    names.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  };
  await untilListening(epmd, 10_000, names);
  await start().catch(async (error) => {
    await stop();
    throw error;
  });
  return {
    url: `amqp://guest:guest@127.0.0.1:${port}`,
    async restart() {
      if (server !== null) await end(server);
      await start();
    },
    stop,
  };
}

/**
 * Wrapper and server, which are one process group, by the signal that a supervisor would send. The
 * wrapper ends at once, the server when it has put its queues in order.
 */
async function end({ pid }: ChildProcess) {
  if (pid === undefined) return;
  const send = (signal: NodeJS.Signals | 0): boolean => {
    try {
      return process.kill(-pid, signal);
    } catch {
      return false;
    }
  };
  send('SIGTERM');
  const until = Date.now() + PATIENCE_MS;
  while (send(0)) {
    if (Date.now() > until) send('SIGKILL');
    await sleep(50);
  }
}

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, renameSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Broker } from '../broker.ts';
import { freePort, untilListening } from './ports.ts';

const HERE = import.meta.dirname;
const JARS = path.resolve(HERE, '../../../.data/kafka-jars');

/** Why there is no Kafka to test against, or null. Fetches its jars with Maven, once. */
export function kafkaMissing(): string | null {
  const can = (command: string, ...args: string[]) => {
    try {
      execFileSync(command, args, { stdio: 'ignore', cwd: HERE });
      return true;
    } catch {
      return false;
    }
  };
  if (!can('java', '-version')) return 'no Java: apt-get install openjdk-17-jre-headless';
  if (existsSync(JARS)) return null;
  if (!can('mvn', '-version')) return 'no Maven: apt-get install maven';
  const draft = `${JARS}.new`;
  const isFetched = can(
    'mvn',
    '-q',
    '-B',
    'dependency:copy-dependencies',
    `-DoutputDirectory=${draft}`,
  );
  if (!isFetched) return 'Maven could not fetch org.apache.kafka';
  renameSync(draft, JARS);
  return null;
}

/** A Kafka of the test's own on loopback: one node, broker and controller (KRaft). */
export async function startKafka(): Promise<Broker> {
  const folder = await mkdtemp(path.join(tmpdir(), 'souk-kafka-'));
  const [port, controller] = [await freePort(), await freePort()];
  const properties = path.join(folder, 'server.properties');
  await writeFile(
    properties,
    `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${controller}
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controller}
advertised.listeners=PLAINTEXT://127.0.0.1:${port}
controller.listener.names=CONTROLLER
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
log.dirs=${path.join(folder, 'data')}
num.partitions=4
default.replication.factor=1
offsets.topic.num.partitions=4
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
auto.create.topics.enable=false
group.initial.rebalance.delay.ms=0
group.min.session.timeout.ms=500
`,
  );
  const java = (main: string, ...args: string[]) => ['-Xmx384m', '-cp', `${JARS}/*`, main, ...args];
  const id = 'c291ay10ZXN0LWJyb2tlcg';
  execFileSync('java', java('kafka.tools.StorageTool', 'format', '-t', id, '-c', properties), {
    stdio: 'ignore',
  });
  const start = async () => {
    const child = spawn('java', java('kafka.Kafka', properties), { stdio: 'ignore' });
    await untilListening(port, 180_000, child).catch(async (error) => {
      await kill(child);
      throw error;
    });
    return child;
  };
  let server = await start();
  return {
    url: `kafka://127.0.0.1:${port}`,
    async restart() {
      await kill(server);
      server = await start();
    },
    async stop() {
      await kill(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function kill(server: ChildProcess) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill('SIGKILL');
  await once(server, 'exit');
}

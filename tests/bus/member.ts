// One member of a group as a process of its own, so that a test can kill it:
//   node member.ts URL GROUP TOPIC HANDLE_MS
// It prints a line for each message that it has handled.
import { setTimeout as sleep } from 'node:timers/promises';
import { openBus } from '@souk/platform/bus/bus';
import { createLogger } from '@souk/platform/log';
import { TIMING } from './timing.ts';

const [url = '', group = '', topic = '', handleMs = '0'] = process.argv.slice(2);

const bus = await openBus(url, {
  name: `member-${process.pid}`,
  log: createLogger({ name: 'member', level: 'silent' }),
  ...TIMING,
});
await bus.subscribe({
  group,
  topics: [topic],
  handle: async ({ id, key, body }) => {
    await sleep(Number(handleMs));
    process.stdout.write(`${JSON.stringify({ id, key, n: JSON.parse(body).n })}\n`);
  },
  deadLetter: async () => {},
});
process.stdout.write('ready\n');

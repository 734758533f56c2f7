import path from 'node:path';
import { readTopology } from '../src/config/topology.ts';
import { createStack } from '../src/stack.ts';

// Starts the fixture's stack, then goes as the worst does: killed, with no time to tidy up.
const root = path.join(import.meta.dirname, 'fixture');
const stack = createStack(JSON.parse(process.argv[2] ?? ''), {
  root,
  node: process.execPath,
  env: { PATH: process.env.PATH },
  services: readTopology(root),
  writeDataset: async () => ({}),
});
await stack.start(() => {});
process.kill(process.pid, 'SIGKILL');

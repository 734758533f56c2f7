import { fileURLToPath } from 'node:url';
import { ConfigError } from '@souk/platform/config';
import { onStop } from '@souk/platform/drain';
import { createLogger } from '@souk/platform/log';
import { readCommand } from './config.ts';

const inRouter = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

try {
  const asked = readCommand(process.argv.slice(2), process.env, {
    SUPERGRAPH_FILE: inRouter('supergraph.graphql'),
    EXAMPLES_DIR: inRouter('examples'),
  });
  if ('text' in asked) {
    process.stdout.write(asked.text);
  } else {
    const config = asked.values;
    // Federation's libraries take a while to load: not before they are needed.
    const { startRouter } = await import('./compose.ts');
    const log = createLogger({
      name: 'router',
      level: config.LOG_LEVEL,
      instance: config.INSTANCE_ID,
    });
    const router = await startRouter(config, log);
    onStop(process, config.DRAIN_DEADLINE_MS, log, router.close);
  }
} catch (error) {
  process.stderr.write(`router: ${explain(error)}\n`);
  process.exit(error instanceof ConfigError ? 2 : 1);
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'EADDRINUSE'
    ? `${message}. Stop what uses that port, or choose another.`
    : message;
}

import { ConfigError } from '@souk/platform/config';
import { onStop } from '@souk/platform/drain';
import { createLogger } from '@souk/platform/log';
import { startPsp } from './compose.ts';
import { HELP, readConfig } from './config.ts';

const [argument] = process.argv.slice(2);
if (argument === '--help' || argument === '-h') process.stdout.write(HELP);
else if (argument !== undefined) complain(new ConfigError(`Unknown argument: ${argument}`));
else await serve().catch(complain);

async function serve(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLogger({ name: 'psp', level: config.LOG_LEVEL, instance: config.INSTANCE_ID });
  const psp = await startPsp(config, log, (error) => {
    log.fatal({ err: error }, 'the ledger cannot be written');
    process.exit(1);
  });
  onStop(process, config.DRAIN_DEADLINE_MS, log, psp.close);
}

function complain(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`psp: ${message}\n`);
  process.exit(error instanceof ConfigError ? 2 : 1);
}

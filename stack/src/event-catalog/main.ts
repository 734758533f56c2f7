import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { routerEnvironment } from '../config/environment.ts';
import { cacheReadings } from './cache-readings.ts';
import { catalogText } from './catalog.ts';
import { emittedInCode, envelopeInCode, readingsInCode } from './in-code.ts';

/** Writes contracts/events.json; with --check it tells whether it is as written. */
const root = path.resolve(import.meta.dirname, '../../..');
const file = path.join(root, 'contracts/events.json');
const router: Readonly<Record<string, string>> = routerEnvironment(
  { compileCache: '', usageDirectory: '', busUrl: 'postgres://' },
  'router',
);
const text = catalogText(await envelopeInCode(root), await emittedInCode(root), [
  ...(await readingsInCode(root)),
  ...cacheReadings(router.CACHE_EVENTS, 'stack/src/config/environment.ts'),
]);
if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  process.stderr.write('contracts/events.json is stale. Run npm run generate.\n');
  process.exitCode = 1;
}

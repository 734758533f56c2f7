import { readFileSync, writeFileSync } from 'node:fs';
import { schemaFileSchema } from './json-schema.ts';

/** Writes schema.schema.json; with --check it tells whether it is as written. */
const file = new URL('../../schema.schema.json', import.meta.url);
if (!process.argv.includes('--check')) writeFileSync(file, schemaFileSchema());
else if (readFileSync(file, 'utf8') !== schemaFileSchema()) {
  process.stderr.write('schema/schema.schema.json is stale. Run npm run generate.\n');
  process.exitCode = 1;
}

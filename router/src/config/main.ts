import { readFileSync, writeFileSync } from 'node:fs';
import { configFiles } from './files.ts';

/** Writes router.schema.json and router.yaml; with --check it tells whether they are as written. */
const isCheck = process.argv.includes('--check');
for (const [name, text] of Object.entries(configFiles())) {
  const file = new URL(`../../${name}`, import.meta.url);
  if (!isCheck) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    process.stderr.write(`router/${name} is stale. Run npm run generate.\n`);
    process.exitCode = 1;
  }
}

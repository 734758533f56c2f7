import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { drawingFor, wantedFiles } from './drawing.ts';

// Run by hand after the catalogue or a drawing changed: node stack/src/seed/draw/main.ts
const folder = path.resolve(import.meta.dirname, '../../../../subgraphs/products/images');
const wanted = wantedFiles();
await mkdir(folder, { recursive: true });
const stale = (await readdir(folder)).filter(
  (file) => file.endsWith('.svg') && !wanted.includes(file),
);
await Promise.all(stale.map((file) => rm(path.join(folder, file))));
await Promise.all(wanted.map((file) => writeFile(path.join(folder, file), drawingFor(file))));
process.stdout.write(`${wanted.length} pictures drawn, ${stale.length} stale ones removed.\n`);

import path from 'node:path';
import { complain } from './complaint.ts';
import { type Asked, HELP, parseAsked } from './dead-letters/arguments.ts';

const root = path.resolve(import.meta.dirname, '../..');

try {
  const asked = parseAsked(process.argv.slice(2));
  if (asked === null) process.stdout.write(HELP);
  else if (!(await run(asked))) process.exitCode = 1;
} catch (error) {
  complain(process, error);
}

async function run(asked: Asked): Promise<boolean> {
  const { openShelves } = await import('./dead-letters/shelves.ts');
  const { answer } = await import('./dead-letters/answer.ts');
  const shelves = await openShelves(root, process.env, asked.service);
  try {
    return await answer(asked, shelves, (line) => process.stdout.write(`${line}\n`));
  } finally {
    await Promise.all(shelves.map(({ database }) => database.close()));
  }
}

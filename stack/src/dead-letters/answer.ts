import {
  dropDeadLetter,
  listDeadLetters,
  readDeadLetter,
  redriveDeadLetter,
} from '@souk/platform/dead-letters';
import type { Asked } from './arguments.ts';
import { type Found, renderLetter, renderRow } from './render.ts';
import type { Shelf } from './shelves.ts';

const PAGE = 200;

/** Does what was asked and says so, line by line. False where a letter that was named is not there. */
export async function answer(
  asked: Asked,
  shelves: readonly Shelf[],
  say: (line: string) => void,
): Promise<boolean> {
  const { verb, json } = asked;
  if (verb === 'list') {
    let empty = true;
    for (const shelf of shelves) {
      for await (const found of lettersOf(shelf)) {
        say(json ? asJson(found) : renderRow(found));
        empty = false;
      }
    }
    if (empty && !json) say('There are no dead letters.');
    return true;
  }
  if (verb === 'read') {
    const found = await find(shelves, asked.ids[0] ?? '');
    if (found !== null) say(json ? asJson(found) : renderLetter(found));
    else say(json ? 'null' : `${asked.ids[0]} is not there`);
    return found !== null;
  }
  let complete = true;
  for (const id of asked.all ? await allIds(shelves) : asked.ids) {
    const done = await (verb === 'redrive' ? redrive : drop)(shelves, id);
    const word = verb === 'redrive' ? 'redriven' : 'dropped';
    say(json ? JSON.stringify({ id, [word]: done }) : `${id} ${done ? word : 'is not there'}`);
    complete &&= done;
  }
  return complete;
}

async function* lettersOf({ service, database }: Shelf): AsyncGenerator<Found> {
  for (let last: { after?: string } = {}; ; ) {
    const page = await listDeadLetters(database.db, { ...last, limit: PAGE });
    for (const letter of page) yield { service, letter };
    const end = page.at(-1);
    if (end === undefined || page.length < PAGE) return;
    last = { after: end.id };
  }
}

/** Those of this moment: what is redriven may come back under another id. */
async function allIds(shelves: readonly Shelf[]): Promise<string[]> {
  const ids: string[] = [];
  for (const shelf of shelves) {
    for await (const { letter } of lettersOf(shelf)) ids.push(letter.id);
  }
  return ids;
}

async function find(shelves: readonly Shelf[], id: string): Promise<Found | null> {
  for (const { service, database } of shelves) {
    const letter = await readDeadLetter(database.db, id);
    if (letter !== null) return { service, letter };
  }
  return null;
}

const redrive = (shelves: readonly Shelf[], id: string) =>
  some(shelves, ({ database }) => database.db.transaction((tx) => redriveDeadLetter(tx, id)));

const drop = (shelves: readonly Shelf[], id: string) =>
  some(shelves, ({ database }) => dropDeadLetter(database.db, id));

/** Whether one of the services had it. */
async function some(shelves: readonly Shelf[], work: (shelf: Shelf) => Promise<boolean>) {
  for (const shelf of shelves) if (await work(shelf)) return true;
  return false;
}

const asJson = ({ service, letter }: Found): string => JSON.stringify({ service, ...letter });

import { expect, test } from 'vitest';
import { AppError } from '../errors.ts';
import { createLogger } from '../log.ts';
import { deliver } from './delivery.ts';
import { type DeadLetter, type Message, ONLY_GROUP } from './interface.ts';

const message: Message = { id: 'm', topic: 't', key: 'k', headers: {}, body: '{}' };

function delivery(handle: () => Promise<void>, signal = new AbortController().signal) {
  const letters: DeadLetter[] = [];
  return {
    group: 'g',
    handle,
    letters,
    deadLetter: async (letter: DeadLetter) => void letters.push(letter),
    retry: { attempts: 3, baseMs: 1, maxMs: 2 },
    log: createLogger({ name: 'test', level: 'silent' }),
    signal,
  };
}

test('a message that fails is tried again until it is handled', async () => {
  let tries = 0;
  const flaky = delivery(async () => {
    tries += 1;
    if (tries < 3) throw new Error('not yet');
  });
  expect(await deliver(message, flaky)).toBe(true);
  expect({ tries, letters: flaky.letters }).toEqual({ tries: 3, letters: [] });
});

test('a message that always fails becomes a dead letter that says why', async () => {
  const poison = delivery(() => Promise.reject(new Error('boom')));
  expect(await deliver(message, poison)).toBe(true);
  expect(poison.letters).toMatchObject([{ group: 'g', message, attempts: 3 }]);
  expect(poison.letters[0]?.error).toContain('boom');
});

test('a refusal that cannot pass later is not tried again', async () => {
  const refused = delivery(() => Promise.reject(new AppError('BAD_USER_INPUT', 'never')));
  await deliver(message, refused);
  expect(refused.letters).toMatchObject([{ attempts: 1 }]);
});

test.each([
  ['a database that recovers', { code: '57P03' }],
  ['a connection that broke', { code: 'CONNECTION_CLOSED' }],
  ['a server that is not there', { code: 'ECONNREFUSED' }],
  ['a failure that is told of by another', { cause: { code: '08006' } }],
])('%s is no fault of the message: it is not given up for it', async (_, fault) => {
  let tries = 0;
  const down = delivery(async () => {
    tries += 1;
    if (tries <= 10) throw Object.assign(new Error('down'), fault);
  });
  expect(await deliver(message, down)).toBe(true);
  expect({ tries, letters: down.letters }).toEqual({ tries: 11, letters: [] });
});

test('a dead letter that cannot be stored is not lost', async () => {
  const poison = delivery(() => Promise.reject(new Error('boom')));
  let stores = 0;
  const { deadLetter } = poison;
  poison.deadLetter = async (letter) => {
    stores += 1;
    if (stores === 1) throw new Error('database down');
    await deadLetter(letter);
  };
  expect(await deliver(message, poison)).toBe(true);
  expect(poison.letters).toHaveLength(1);
});

test('a message that was stopped between two attempts stays on the bus', async () => {
  const stop = new AbortController();
  const stopped = delivery(async () => {
    stop.abort();
    throw new Error('not yet');
  }, stop.signal);
  expect(await deliver(message, stopped)).toBe(false);
  expect(stopped.letters).toEqual([]);
});

test('a message redriven for one group passes by the others', async () => {
  let handled = 0;
  const counting = delivery(async () => {
    handled += 1;
  });
  await deliver({ ...message, headers: { [ONLY_GROUP]: 'other' } }, counting);
  expect(handled).toBe(0);
  await deliver({ ...message, headers: { [ONLY_GROUP]: 'g' } }, counting);
  expect(handled).toBe(1);
});

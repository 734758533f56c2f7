import { expect, test, vi } from 'vitest';
import { type Decider, handle, type Stream } from './decider.ts';

type Command = { type: 'Open' } | { type: 'Close' };
type Event = { type: 'Opened' } | { type: 'Closed' };

const door: Decider<Command, Event, 'open' | 'closed'> = {
  initial: 'closed',
  decide: (command, state) => {
    if (command.type === 'Open') return state === 'open' ? [] : [{ type: 'Opened' }];
    if (state === 'closed') throw new Error('it is closed');
    return [{ type: 'Closed' }];
  },
  evolve: (_, event) => (event.type === 'Opened' ? 'open' : 'closed'),
};

const streamOf = (...events: Event[]) =>
  ({
    read: async () => ({ events, version: events.length }),
    append: vi.fn(async () => {}),
  }) satisfies Stream<Event>;

test('a command appends what it makes happen, at the version that was read', async () => {
  const stream = streamOf({ type: 'Opened' });
  expect(await handle(door, stream)('front', { type: 'Close' })).toEqual({
    state: 'closed',
    events: [{ type: 'Closed' }],
    version: 2,
  });
  expect(stream.append).toHaveBeenCalledExactlyOnceWith('front', 1, [{ type: 'Closed' }]);
});

test('a repeated command appends nothing', async () => {
  const stream = streamOf({ type: 'Opened' });
  const { state, version } = await handle(door, stream)('front', { type: 'Open' });
  expect({ state, version }).toEqual({ state: 'open', version: 1 });
  expect(stream.append).not.toHaveBeenCalled();
});

test('what the decider refuses is thrown, and nothing is appended', async () => {
  const stream = streamOf();
  await expect(handle(door, stream)('front', { type: 'Close' })).rejects.toThrow('it is closed');
  expect(stream.append).not.toHaveBeenCalled();
});

import type { Closable } from '@souk/platform/bus/interface';
import { watchBus } from '@souk/platform/bus/watch';
import type { Logger } from '@souk/platform/log';
import type { Config } from '../config.ts';
import { eventReader } from './event-rules.ts';
import type { Invalidator } from './invalidator.ts';

const NOTHING: Closable = { close: async () => {} };

/** Drops entries by the events of a bus. Where events may have been missed everything goes. */
export async function followEvents(
  config: Config,
  { drop, clear }: Invalidator,
  log: Logger,
): Promise<Closable> {
  const { CACHE_BUS_URL: url, CACHE_EVENTS: rules } = config;
  if (url === undefined || rules.length === 0) return NOTHING;
  const read = eventReader(rules);
  return watchBus(url, {
    name: `${config.INSTANCE_ID}-cache`,
    log,
    topics: [...new Set(rules.map(({ topic }) => topic))],
    handle: async (message) => {
      const stale = read(message);
      if (stale.length > 0) await drop(stale, 'event');
    },
    onGap: async () => {
      log.warn('events may have been missed: the entity cache is emptied');
      await clear('gap');
    },
  });
}

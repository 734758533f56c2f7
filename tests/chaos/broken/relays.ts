import type { Message } from '@souk/platform/bus/interface';
import { startRelay } from '@souk/platform/relay';

const through =
  (change: (messages: readonly Message[]) => readonly Message[]): typeof startRelay =>
  ({ bus, ...options }) =>
    startRelay({ ...options, bus: { publish: (messages) => bus.publish(change(messages)) } });

const LOST = 20;
let seen = 0;

/** Deletes one of so many from the outbox without having published it. */
export const losing = through((messages) =>
  messages.filter(() => {
    seen += 1;
    return seen % LOST !== 0;
  }),
);

/** Publishes the youngest first. */
export const reversing = through((messages) => messages.toReversed());

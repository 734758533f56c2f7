import { setTimeout as sleep } from 'node:timers/promises';
import { consumer } from '@souk/platform/consumer';
import { recordInInbox } from '@souk/platform/inbox';

/** Writes down what it has handled, and never looks: what comes again is done again. */
export const forgetful: typeof consumer = (db, group, reactions) => async (message) => {
  const reaction = reactions.find(({ type }) => type === message.headers.type);
  if (reaction === undefined) return;
  await db.transaction(async (tx) => {
    await recordInInbox(tx, group, message.id);
    await reaction.effect(tx, reaction.schema.parse(JSON.parse(message.body)) as never);
  });
};

const LATER_MS = 2_000;

/** Says that it is through with a message as soon as it has it, and handles it when it comes to it. */
export const hasty: typeof consumer = (db, group, reactions) => {
  const handle = consumer(db, group, reactions);
  let last: Promise<void> = Promise.resolve();
  return async (message) => {
    last = Promise.all([last, sleep(LATER_MS)])
      .then(() => handle(message))
      .catch(() => {});
  };
};

import type { consumer } from '@souk/platform/consumer';
import { recordInInbox } from '@souk/platform/inbox';

/** Writes down what it has handled, and never looks: what comes again is done again. */
export const forgetful: typeof consumer = (db, group, reactions) => async (message) => {
  const reaction = reactions.find(({ type }) => type === message.headers.type);
  if (reaction === undefined) return;
  await db.transaction(async (tx) => {
    await recordInInbox(tx, group, message.id);
    await reaction.effect(tx, reaction.parse(JSON.parse(message.body)) as never);
  });
};

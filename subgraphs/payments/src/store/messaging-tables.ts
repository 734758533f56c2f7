import { deadLettersTable } from '@souk/platform/dead-letters';
import { idempotencyTable } from '@souk/platform/idempotency';
import { inboxTable } from '@souk/platform/inbox';
import { outboxTable } from '@souk/platform/outbox';

export { eventStreams, events } from '@souk/platform/event-tables';

export const outbox = outboxTable();
export const inbox = inboxTable();
export const deadLetters = deadLettersTable();
export const idempotentReplies = idempotencyTable();

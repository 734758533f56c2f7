import { z } from 'zod';
import { INTENT_STATUSES } from './provider-intent.ts';

export const TASK_KINDS = ['AUTHORIZE', 'CAPTURE', 'VOID', 'REFUND', 'SYNC'] as const;

/** How the provider says that something stands now. */
export const Hint = z.union([
  z.object({ status: z.enum(INTENT_STATUSES), received: z.int() }),
  z.object({ refundId: z.string(), status: z.enum(['PENDING', 'SUCCEEDED', 'FAILED']) }),
]);
export type Hint = z.output<typeof Hint>;

const Amount = z.int().positive();

/** What to ask the provider. Kept as JSON, so that each attempt asks the very same. */
export const Task = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('AUTHORIZE'),
    /** The provider's token of the means of payment. */
    paymentMethod: z.string(),
    /** Where the card holder comes back to after proving who they are. */
    returnUrl: z.string(),
  }),
  z.object({ kind: z.literal('CAPTURE'), shipmentId: z.string(), amount: Amount }),
  z.object({ kind: z.literal('VOID') }),
  z.object({ kind: z.literal('REFUND'), refundId: z.string(), amount: Amount, reason: z.string() }),
  z.object({ kind: z.literal('SYNC'), hint: Hint.nullable() }),
]);
export type Task = z.output<typeof Task>;
export type TaskOf<Kind extends Task['kind']> = Extract<Task, { kind: Kind }>;

/** A task that a worker has taken. */
export type TakenTask = {
  id: string;
  paymentId: string;
  orderId: string;
  task: Task;
  /** How often it was taken, this time included; also says whether it still is ours. */
  attempt: number;
  createdAt: Date;
  /** Id of the message or command that led to it. */
  cause: string;
  traceparent: string | null;
};

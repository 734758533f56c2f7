import type { Choice } from './choose-instance.ts';
import { type Instance, release } from './instance.ts';
import type { LeanResponse } from './lean/contract.ts';
import { LeanError } from './lean/lean-error.ts';
import type { OutgoingHeaders } from './outgoing-headers.ts';
import {
  type Fault,
  faultOfError,
  faultOfReply,
  type GraphQLAnswer,
  readReply,
  verdictOf,
} from './reply.ts';

/** One operation on its way to a subgraph. */
export type Dispatch = {
  readonly isMutation: boolean;
  readonly body: string;
  readonly headers: OutgoingHeaders;
  /** On the clock of performance.now(). */
  readonly deadlineAt: number;
};

export type Tried =
  | {
      readonly reply: LeanResponse;
      readonly answer: GraphQLAnswer;
      /** On the clock of performance.now(). */
      readonly endedAt: number;
    }
  | { readonly fault: Fault };

/** Sends an operation to one instance, and notes how it did. Never throws. */
export type Attempt = (choice: Choice, dispatch: Dispatch) => Promise<Tried>;

export function attempter(
  service: string,
  events: {
    faulty: (instance: Instance, fault: Fault) => void;
    latency: (milliseconds: number, at: number) => void;
  },
): Attempt {
  function failed(fault: Fault, { instance, isProbe }: Choice): Tried {
    instance.ejection.record(fault.verdict, isProbe);
    events.faulty(instance, fault);
    return { fault };
  }

  return async (choice, { isMutation, body, headers, deadlineAt }) => {
    const { instance, isProbe } = choice;
    const sentAt = performance.now();
    instance.outstanding += 1;
    try {
      const options = { exclusive: isMutation, deadlineAt, now: sentAt };
      const reply = await instance.client.post(instance.path, headers, body, options);
      const answer = readReply(reply);
      if (answer === null) return failed(faultOfReply(service, reply.status), choice);
      const endedAt = performance.now();
      if (!isMutation) {
        instance.latency.observe(endedAt - sentAt, endedAt);
        events.latency(endedAt - sentAt, endedAt);
      }
      instance.ejection.record(verdictOf(reply.status), isProbe);
      return { reply, answer, endedAt };
    } catch (error) {
      if (!(error instanceof LeanError)) throw error;
      if (error.code === 'LEAN_TIMEOUT') instance.latency.observe(performance.now() - sentAt);
      return failed(faultOfError(service, error), choice);
    } finally {
      release(instance);
    }
  };
}

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
  | { readonly reply: LeanResponse; readonly answer: GraphQLAnswer }
  | { readonly fault: Fault };

/** Sends an operation to one instance, and notes how it did. Never throws. */
export type Attempt = (choice: Choice, dispatch: Dispatch) => Promise<Tried>;

export const attempter =
  (
    service: string,
    events: {
      faulty: (instance: Instance, fault: Fault) => void;
      latency: (milliseconds: number) => void;
    },
  ): Attempt =>
  async ({ instance, isProbe }, { isMutation, body, headers, deadlineAt }) => {
    const sentAt = performance.now();
    instance.outstanding += 1;
    try {
      const options = { exclusive: isMutation, deadlineAt };
      const reply = await instance.client.post(instance.path, headers, body, options);
      const answer = readReply(reply);
      if (answer === null) return failed(faultOfReply(service, reply.status), instance, isProbe);
      const took = performance.now() - sentAt;
      if (!isMutation) {
        instance.latency.observe(took);
        events.latency(took);
      }
      instance.ejection.record(verdictOf(reply.status), isProbe);
      return { reply, answer };
    } catch (error) {
      if (!(error instanceof LeanError)) throw error;
      if (error.code === 'LEAN_TIMEOUT') instance.latency.observe(performance.now() - sentAt);
      return failed(faultOfError(service, error), instance, isProbe);
    } finally {
      release(instance);
    }

    function failed(fault: Fault, at: Instance, wasProbe: boolean): Tried {
      at.ejection.record(fault.verdict, wasProbe);
      events.faulty(at, fault);
      return { fault };
    }
  };

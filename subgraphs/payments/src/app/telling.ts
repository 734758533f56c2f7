import type { Message } from '@souk/platform/bus/interface';
import type { PaymentEvent } from '../domain/payment-events.ts';
import type { Answer, Loaded } from './payment-unit.ts';

export type Origin = { id: string; time: Date; causationid: string };

/** How others are told what happened to payments, and what they asked for. */
export type Telling = {
  /** null for what is nobody else's business. */
  ofEvent: (loaded: Loaded, event: PaymentEvent, origin: Origin) => Message | null;
  /** `loaded` is null where there is no payment. */
  ofAnswer: (loaded: Loaded | null, answer: Answer, origin: Origin) => Message;
};

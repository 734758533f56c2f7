import {
  answerAuthentication,
  cancel,
  capture,
  confirm,
  type Intent,
  type Step,
} from '../domain/intent.ts';
import { type PaymentMethod, paymentMethodOfToken } from '../domain/payment-method.ts';
import { invalid, missing } from '../domain/refusal.ts';
import { newId, unixSeconds } from '../ids.ts';
import type { Book } from '../ledger/book.ts';
import { presentError } from '../shapes/error.ts';
import { type Expand, presentIntent } from '../shapes/intent.ts';
import type { Fact, Work } from './desk.ts';

export type NewIntent = Pick<
  Intent,
  | 'amount'
  | 'currency'
  | 'captureMethod'
  | 'multicapture'
  | 'returnUrl'
  | 'description'
  | 'customer'
  | 'metadata'
> & { paymentMethod: string | null; confirm: boolean };

export type Intents = ReturnType<typeof intentVerbs>;

/** What can be done with payment intents. Each verb decides at once and throws Refusal. */
export function intentVerbs(book: Book, publicUrl: string) {
  const shape = (intent: Intent, expand?: Expand) => presentIntent(intent, publicUrl, expand);

  const find = (id: string): Intent => {
    const intent = book.intents.get(id);
    if (intent === undefined) throw missing('payment_intent', id, 'intent');
    return intent;
  };

  const methodOf = (reference: string | null): PaymentMethod | null => {
    if (reference === null) return null;
    const method =
      book.paymentMethods.get(reference) ??
      paymentMethodOfToken(reference, newId('pm'), unixSeconds());
    if (method === null) throw missing('PaymentMethod', reference, 'payment_method');
    return method;
  };

  /** What a step changes and says. A decline answers 402, and yet changes the intent. */
  const workOf = (step: Step, expand: Expand, earlier: readonly Fact[] = []): Work => {
    const { intent, declined } = step;
    const method = intent.paymentMethod;
    const facts = step.facts.map((type) => ({ type, subject: intent.id, object: shape(intent) }));
    return {
      ...(declined === undefined
        ? { body: shape(intent, expand) }
        : {
            status: 402,
            body: {
              error: {
                ...presentError({ type: 'card_error', ...declined }),
                payment_intent: shape(intent),
              },
            },
          }),
      changes: {
        intents: [intent],
        movements: step.movements,
        paymentMethods: method === null || book.paymentMethods.has(method.id) ? [] : [method],
      },
      facts: [...earlier, ...facts],
    };
  };

  return {
    shape,
    find,
    create: (facts: NewIntent, expand: Expand): Work => {
      const { paymentMethod, confirm: confirmed, ...rest } = facts;
      const id = newId('pi');
      const method = methodOf(paymentMethod);
      const intent: Intent = {
        ...rest,
        id,
        clientSecret: newId(`${id}_secret`),
        status: method === null ? 'requires_payment_method' : 'requires_confirmation',
        amountCapturable: 0,
        amountReceived: 0,
        amountRefunded: 0,
        paymentMethod: method,
        charge: null,
        lastError: null,
        created: unixSeconds(),
        canceledAt: null,
        cancellationReason: null,
      };
      if (!confirmed && rest.returnUrl !== null) {
        throw invalid('parameter_invalid', 'return_url needs confirm=true.', 'return_url');
      }
      const created = { type: 'payment_intent.created', subject: id, object: shape(intent) };
      return confirmed
        ? workOf(confirm(intent, null, newId('ch')), expand, [created])
        : workOf({ intent, movements: [], facts: [] }, expand, [created]);
    },
    confirm: (
      id: string,
      paymentMethod: string | null,
      returnUrl: string | null,
      expand: Expand,
    ): Work => {
      const found = find(id);
      const intent = { ...found, returnUrl: returnUrl ?? found.returnUrl };
      return workOf(confirm(intent, methodOf(paymentMethod), newId('ch')), expand);
    },
    capture: (
      id: string,
      amount: number | null,
      final: boolean,
      metadata: Intent['metadata'],
      expand: Expand,
    ): Work => {
      const step = capture(find(id), amount, final);
      const intent = { ...step.intent, metadata: { ...step.intent.metadata, ...metadata } };
      return workOf({ ...step, intent }, expand);
    },
    cancel: (id: string, reason: string | null, expand: Expand): Work =>
      workOf(cancel(find(id), reason, unixSeconds()), expand),
    answer: (id: string, approved: boolean): Work =>
      workOf(answerAuthentication(find(id), approved, newId('ch')), []),
  };
}

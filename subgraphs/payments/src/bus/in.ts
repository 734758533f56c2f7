import {
  CaptureRequested,
  PaymentRequested,
  PaymentVoidRequested,
  RefundRequested,
} from '@souk/contracts/events/orders';
import { on, type Reaction } from '@souk/platform/consumer';
import type { PaymentUnit } from '../app/payment-unit.ts';
import type { Requests } from '../app/requests.ts';

const Pay = PaymentRequested.extend({
  data: PaymentRequested.shape.data.omit({ idempotencyKey: true }),
});
const LetGo = PaymentVoidRequested.extend({
  data: PaymentVoidRequested.shape.data.pick({ orderId: true }),
});
const Capture = CaptureRequested.extend({
  data: CaptureRequested.shape.data.omit({ currency: true }),
});
const Refund = RefundRequested.extend({
  data: RefundRequested.shape.data.omit({ currency: true }),
});

/** What messages about orders make us do. */
export function reactions<Tx>(
  { pay, letGo, capture, refund }: Requests,
  unitOn: (tx: Tx) => PaymentUnit,
): Reaction<Tx>[] {
  const act =
    <Data>(verb: (unit: PaymentUnit, asked: Data & { cause: string; at: string }) => unknown) =>
    async (tx: Tx, { id, time, data }: { id: string; time: string; data: Data }) => {
      await verb(unitOn(tx), { ...data, cause: id, at: time });
    };
  return [
    on(Pay, act(pay)),
    on(LetGo, act(letGo)),
    on(Capture, act(capture)),
    on(Refund, act(refund)),
  ];
}

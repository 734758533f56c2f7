import { orderOf } from './history/orders.ts';
import { paymentOf } from './history/payments.ts';
import { allSales } from './history/sales.ts';
import { shipmentsOf } from './history/shipments.ts';
import { seededRandom } from './random.ts';
import type { OrderRecord, PaymentRecord, ProductRecord, ShipmentRecord } from './records.ts';

export type History = {
  orders: OrderRecord[];
  payments: PaymentRecord[];
  shipments: ShipmentRecord[];
};

/** A year of sales, oldest first: what three services know of the same purchases. */
export function makeHistory(products: readonly ProductRecord[]): History {
  const history: History = { orders: [], payments: [], shipments: [] };
  for (const sale of allSales(products)) {
    const random = seededRandom(`course of ${sale.orderId}`);
    const shipments = shipmentsOf(sale, random);
    const order = orderOf(sale, shipments, random);
    history.orders.push(order);
    history.payments.push(paymentOf(sale, order, shipments, random));
    history.shipments.push(...shipments);
  }
  return history;
}

import type { Facts, Line, OrderFact } from '../audit/facts.ts';
import { grouped } from '../audit/finding.ts';

const KEPT: ReadonlySet<string> = new Set([
  'CONFIRMED',
  'PARTIALLY_SHIPPED',
  'SHIPPED',
  'DELIVERED',
]);
const FAILED: ReadonlySet<string> = new Set(['REJECTED', 'EXPIRED', 'CANCELLED']);
const NOT_SENT: ReadonlySet<string> = new Set(['PENDING', 'LABEL_CREATED', 'CANCELLED']);

export const isKept = ({ status }: Pick<OrderFact, 'status'>): boolean => KEPT.has(status);
export const hasFailed = ({ status }: Pick<OrderFact, 'status'>): boolean => FAILED.has(status);
export const hasLeft = ({ status }: { status: string }): boolean => !NOT_SENT.has(status);
export const isCancelled = ({ status }: { status: string }): boolean => status === 'CANCELLED';

/** A name for an order in a sentence. */
export const named = (orderId: string): string => `order ${orderId}`;

/** Units of each line's number. */
export function unitsByLine(items: readonly Omit<Line, 'variantId'>[]): Map<number, number> {
  const units = new Map<number, number>();
  for (const { number, quantity } of items) units.set(number, (units.get(number) ?? 0) + quantity);
  return units;
}

/** Units of each variant. */
export function unitsByVariant(lines: readonly Omit<Line, 'number'>[]): Map<string, number> {
  const units = new Map<string, number>();
  for (const { variantId, quantity } of lines) {
    units.set(variantId, (units.get(variantId) ?? 0) + quantity);
  }
  return units;
}

/** Units that came back and can be sold again, by variant. */
export function restockedUnits({ orders, returns }: Pick<Facts, 'orders' | 'returns'>) {
  const byOrder = new Map(orders.map((order) => [order.id, order]));
  const lines = returns
    .filter(({ status }) => status === 'RECEIVED' || status === 'REFUNDED')
    .flatMap(({ orderId, items }) =>
      items
        .filter(({ resellable }) => resellable)
        .map(({ number, quantity }) => {
          const line = byOrder.get(orderId)?.lines.find((each) => each.number === number);
          return { variantId: line?.variantId ?? '', quantity };
        }),
    );
  return unitsByVariant(lines);
}

/** Both sides of an order by the service that keeps them. */
export const byOrder = <Thing extends { orderId: string }>(things: readonly Thing[]) =>
  grouped(things, ({ orderId }) => orderId);

import { z } from 'zod';

export type StockStatus = 'IN_STOCK' | 'LOW_STOCK' | 'OUT_OF_STOCK';

/** Units at and below which a shopper is told to hurry. */
const LOW_STOCK = 5;

export const stockStatus = (quantity: number): StockStatus => {
  if (quantity <= 0) return 'OUT_OF_STOCK';
  return quantity <= LOW_STOCK ? 'LOW_STOCK' : 'IN_STOCK';
};

/** Units that can be sold: what is there, less what orders have reserved. */
export const available = ({ stock, reserved }: { stock: number; reserved: number }): number =>
  stock - reserved;

export const availability = (quantity: number) => ({
  quantity,
  inStock: quantity > 0,
  status: stockStatus(quantity),
});

const StockReason = z.enum(['RECEIVED', 'SOLD', 'RETURNED', 'DAMAGED', 'COUNTED']);
type StockReason = z.output<typeof StockReason>;

/** A change of stock by hand: so many units more or fewer, and why. */
export const StockAdjustment = z.object({
  delta: z
    .int()
    .min(-1_000_000)
    .max(1_000_000)
    .refine((delta) => delta !== 0, 'must not be 0'),
  reason: StockReason,
  note: z.string().trim().min(1).max(500).nullish(),
});
export type StockAdjustment = z.output<typeof StockAdjustment>;

export type StockMovement = {
  id: string;
  variantId: string;
  delta: number;
  quantityAfter: number;
  reason: StockReason | 'INITIAL';
  note: string | null;
  actorId: string | null;
  /** The reservation that was sold; null for every other movement. */
  reservationId: string | null;
  movedAt: string;
};

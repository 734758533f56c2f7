/** What happened here, and is told to other services. */
type Fact =
  | { type: 'ProductChanged'; productId: string }
  | { type: 'StockLevelChanged'; variantId: string; productId: string; available: number }
  | { type: 'ReservationExpired'; reservationId: string; orderId: string };

/** Why it happened: the whole story, and the message or command that led to it. */
export type Cause = { correlationId: string; causationId: string };

export type Told = Fact & Cause & { at: Date };

import type { ProviderIntent, ProviderRefund } from '../domain/provider-intent.ts';

export type Authorization = {
  orderId: string;
  paymentId: string;
  /** Minor units. */
  amount: number;
  /** ISO 4217. */
  currency: string;
  paymentMethod: string;
  returnUrl: string;
};

/**
 * The payment provider. Under the same key the same is done once, and told again. Each throws
 * ProviderRefused for a no that will stay a no; any other error may pass, and whether the thing was
 * done is unknown then. A declined card is an answer, not an error.
 */
export type Provider = {
  authorize: (asked: Authorization, key: string) => Promise<ProviderIntent>;
  /** Takes a part of what is held; `shipmentId` says what for. */
  capture: (
    reference: string,
    part: { shipmentId: string; amount: number; isLast: boolean },
    key: string,
  ) => Promise<ProviderIntent>;
  /** Lets go of what is left of a hold of which a part was taken. */
  releaseRest: (reference: string, key: string) => Promise<ProviderIntent>;
  cancel: (reference: string, key: string) => Promise<ProviderIntent>;
  refund: (
    reference: string,
    refund: { refundId: string; amount: number },
    key: string,
  ) => Promise<ProviderRefund>;
  retrieve: (reference: string) => Promise<ProviderIntent>;
  refundsOf: (reference: string) => Promise<ProviderRefund[]>;
};

/** The provider understood, and says no. */
export class ProviderRefused extends Error {
  override readonly name = 'ProviderRefused';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

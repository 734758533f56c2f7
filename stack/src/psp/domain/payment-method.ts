import { type Behaviour, cardOfToken, type TEST_CARDS } from './card.ts';

/** A card as it is kept: never its whole number. */
export type PaymentMethod = {
  id: string;
  created: number;
  brand: string;
  last4: string;
  expMonth: number;
  expYear: number;
  behaviour: Behaviour;
};

/** `created` in Unix seconds. */
export function paymentMethodOf(
  card: (typeof TEST_CARDS)[number],
  facts: Pick<PaymentMethod, 'id' | 'created' | 'expMonth' | 'expYear'>,
): PaymentMethod {
  const { brand, number, authenticates, decline, refund } = card;
  const behaviour = { authenticates, decline, refund };
  return { ...facts, brand, last4: number.slice(-4), behaviour };
}

/** The payment method behind a token such as pm_card_visa; null for what is no such token. */
export function paymentMethodOfToken(
  token: string,
  id: string,
  created: number,
): PaymentMethod | null {
  const card = cardOfToken(token);
  const expYear = new Date(created * 1_000).getUTCFullYear() + 1;
  return card === undefined ? null : paymentMethodOf(card, { id, created, expMonth: 12, expYear });
}

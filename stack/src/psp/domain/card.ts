import { Refusal } from './refusal.ts';

export type Decline = { code: string; declineCode: string | null; message: string };

/** How a test card behaves. Source: docs.stripe.com/testing. */
export type Behaviour = {
  /** Whether its owner must approve each payment (3-D Secure). */
  authenticates: boolean;
  decline: Decline | null;
  refund: 'succeeds' | 'succeeds-later' | 'fails-later';
};

type TestCard = { number: string; brand: string; tokens: readonly string[] } & Behaviour;

const declined = (declineCode: string, message = 'Your card was declined.'): Decline => ({
  code: 'card_declined',
  declineCode,
  message,
});
const NO_FUNDS = declined('insufficient_funds', 'Your card has insufficient funds.');
const own = (code: string, message: string): Decline => ({ code, declineCode: null, message });

const card = (
  number: string,
  tokens: readonly string[],
  behaviour: Partial<Behaviour> & { brand?: string } = {},
): TestCard => ({
  number,
  tokens,
  brand: 'visa',
  authenticates: false,
  decline: null,
  refund: 'succeeds',
  ...behaviour,
});

const DECLINE = 'pm_card_visa_chargeDeclined';
const OTHER_DECLINE = 'pm_card_chargeDeclined';

/** Stripe's published test cards, by number and by the payment method that stands for each. */
export const TEST_CARDS: readonly TestCard[] = [
  card('4242424242424242', ['pm_card_visa']),
  card('4000056655665556', ['pm_card_visa_debit']),
  card('5555555555554444', ['pm_card_mastercard'], { brand: 'mastercard' }),
  card('378282246310005', ['pm_card_amex'], { brand: 'amex' }),
  card('4000000000000002', [DECLINE, OTHER_DECLINE], { decline: declined('generic_decline') }),
  card('4000000000009995', [`${DECLINE}InsufficientFunds`, `${OTHER_DECLINE}InsufficientFunds`], {
    decline: NO_FUNDS,
  }),
  card('4000000000009987', [`${DECLINE}LostCard`], { decline: declined('lost_card') }),
  card('4000000000009979', [`${DECLINE}StolenCard`], { decline: declined('stolen_card') }),
  card('4000000000006975', [`${DECLINE}VelocityLimitExceeded`], {
    decline: declined('card_velocity_exceeded'),
  }),
  card('4000000000000069', [`${OTHER_DECLINE}ExpiredCard`], {
    decline: own('expired_card', 'Your card has expired.'),
  }),
  card('4000000000000127', [`${OTHER_DECLINE}IncorrectCvc`], {
    decline: own('incorrect_cvc', "Your card's security code is incorrect."),
  }),
  card('4000000000000119', [`${OTHER_DECLINE}ProcessingError`], {
    decline: own(
      'processing_error',
      'An error occurred while processing your card. Try again in a little bit.',
    ),
  }),
  card('4000002500003155', ['pm_card_authenticationRequiredOnSetup'], { authenticates: true }),
  card('4000002760003184', ['pm_card_authenticationRequired'], { authenticates: true }),
  card('4000000000003220', ['pm_card_threeDSecure2Required'], { authenticates: true }),
  card('4000008260003178', ['pm_card_authenticationRequiredChargeDeclinedInsufficientFunds'], {
    authenticates: true,
    decline: NO_FUNDS,
  }),
  card('4000000000007726', ['pm_card_pendingRefund'], { refund: 'succeeds-later' }),
  card('4000000000005126', ['pm_card_refundFail'], { refund: 'fails-later' }),
];

export const cardOfToken = (token: string): TestCard | undefined =>
  TEST_CARDS.find(({ tokens }) => tokens.includes(token));

/** Throws Refusal (card_error) for a number that is none, and for one of a real card. */
export function cardOfNumber(number: string): TestCard {
  const digits = number.replace(/[ -]/g, '');
  const found = TEST_CARDS.find((each) => each.number === digits);
  if (found !== undefined) return found;
  const refuse = (code: string, message: string, declineCode?: string) =>
    new Refusal({
      status: 402,
      type: 'card_error',
      code,
      message,
      param: 'number',
      ...(declineCode === undefined ? {} : { declineCode }),
    });
  throw passesLuhn(digits)
    ? refuse('card_declined', 'The sandbox knows test cards only.', 'test_mode_live_card')
    : refuse('incorrect_number', 'Your card number is incorrect.');
}

function passesLuhn(digits: string): boolean {
  if (!/^\d{12,19}$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

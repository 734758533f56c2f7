import type { PlaceOrderOutcome } from '../app/place-order-outcome.ts';
import type { CannotShipMapper, CouponRefusal } from './mappers.ts';

/** One sentence in every language of the shop. */
export type Sentence = { EN: string; KO: string };

export const COUPON_SENTENCES: Readonly<Record<CouponRefusal, Sentence>> = {
  UNKNOWN: { EN: 'There is no such coupon.', KO: '없는 쿠폰입니다.' },
  NOT_YET_VALID: {
    EN: 'This coupon is not valid yet.',
    KO: '아직 사용할 수 없는 쿠폰입니다.',
  },
  NO_LONGER_VALID: { EN: 'This coupon has expired.', KO: '사용 기간이 지난 쿠폰입니다.' },
  OTHER_CURRENCY: {
    EN: 'This coupon is for another currency.',
    KO: '다른 통화에 쓰는 쿠폰입니다.',
  },
  BELOW_MINIMUM: {
    EN: 'The cart is below the minimum of this coupon.',
    KO: '쿠폰의 최소 주문 금액에 미치지 못합니다.',
  },
  USED_UP: {
    EN: 'This coupon has been used up.',
    KO: '쿠폰이 모두 소진되었습니다.',
  },
  USED_BY_CUSTOMER: {
    EN: 'You have used this coupon already.',
    KO: '이미 사용한 쿠폰입니다.',
  },
};

/** By the codes of the payment provider that a customer can do something about. */
const DECLINES: Readonly<Partial<Record<string, Sentence>>> = {
  insufficient_funds: {
    EN: 'The card does not have enough funds.',
    KO: '카드 한도 또는 잔액이 부족합니다.',
  },
  expired_card: { EN: 'The card has expired.', KO: '유효 기간이 지난 카드입니다.' },
  incorrect_cvc: { EN: 'The security code is wrong.', KO: 'CVC 번호가 올바르지 않습니다.' },
  payment_intent_authentication_failure: {
    EN: 'The bank could not confirm that it was you.',
    KO: '본인 인증에 실패했습니다.',
  },
};

const declined = (code: string, message: string): Sentence =>
  DECLINES[code] ?? {
    EN: message,
    KO: '결제가 거절되었습니다. 다른 결제 수단을 사용해 주세요.',
  };

type Problem = Exclude<PlaceOrderOutcome, { kind: 'ORDER' | 'CANNOT_SHIP' }> | CannotShipMapper;

/** What stands between the customer and an order, in a sentence. */
export function sentenceOf(problem: Problem): Sentence {
  switch (problem.kind) {
    case 'ACTION_REQUIRED':
      return {
        EN: 'Confirm the payment with your bank.',
        KO: '은행에서 결제를 승인해 주세요.',
      };
    case 'OUT_OF_STOCK':
      return {
        EN: 'Some items are out of stock. Nothing was charged.',
        KO: '재고가 부족한 상품이 있습니다. 결제되지 않았습니다.',
      };
    case 'PRICES_CHANGED':
      return {
        EN: 'The price has changed. Nothing was charged.',
        KO: '가격이 바뀌었습니다. 결제되지 않았습니다.',
      };
    case 'PAYMENT_DECLINED':
      return declined(problem.code, problem.message);
    case 'COUPON_REFUSED':
      return COUPON_SENTENCES[problem.problem];
    case 'CANNOT_SHIP':
      return {
        EN: 'We cannot send this there in this way.',
        KO: '이 배송 방법으로는 보낼 수 없는 곳입니다.',
      };
    case 'CART_EMPTY':
      return { EN: 'The cart is empty.', KO: '장바구니가 비어 있습니다.' };
    case 'CHECKOUT_IN_PROGRESS':
      return { EN: 'This cart is being bought already.', KO: '이미 주문 중인 장바구니입니다.' };
  }
}

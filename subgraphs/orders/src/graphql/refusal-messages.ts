import type { RejectionCode } from '../domain/order-rejected.ts';
import type { Sentence } from './checkout-messages.ts';

/** Why something was refused on an order or a return, in a sentence. */
export const REFUSALS: Readonly<Record<RejectionCode, Sentence>> = {
  NO_SUCH_ORDER: { EN: 'There is no such order.', KO: '없는 주문입니다.' },
  ALREADY_PLACED: { EN: 'This was ordered before.', KO: '이미 접수된 주문입니다.' },
  NOTHING_ORDERED: { EN: 'Nothing was ordered.', KO: '주문한 상품이 없습니다.' },
  OUT_OF_TURN: { EN: 'This cannot be done now.', KO: '지금은 처리할 수 없습니다.' },
  NOT_CANCELLABLE: {
    EN: 'The order cannot be cancelled any more.',
    KO: '더 이상 취소할 수 없는 주문입니다.',
  },
  NOT_SHIPPABLE: { EN: 'The order cannot be sent.', KO: '발송할 수 없는 주문입니다.' },
  NOT_IN_ORDER: {
    EN: 'The order has no such line, or it was named twice.',
    KO: '주문에 없거나 중복된 항목입니다.',
  },
  MORE_THAN_ORDERED: {
    EN: 'These are more than were ordered.',
    KO: '주문한 수량보다 많습니다.',
  },
  NO_SUCH_SHIPMENT: { EN: 'There is no such shipment.', KO: '없는 배송입니다.' },
  NO_SUCH_RETURN: { EN: 'There is no such return.', KO: '없는 반품입니다.' },
  NOT_RETURNABLE: {
    EN: 'The order has not arrived yet.',
    KO: '아직 배송이 완료되지 않은 주문입니다.',
  },
  RETURN_PERIOD_OVER: {
    EN: 'The order arrived more than thirty days ago.',
    KO: '배송 완료 후 30일이 지나 반품할 수 없습니다.',
  },
  MORE_THAN_SHIPPED: {
    EN: 'These are more than arrived, or are being returned already.',
    KO: '받은 수량보다 많거나 이미 반품을 신청한 상품입니다.',
  },
};

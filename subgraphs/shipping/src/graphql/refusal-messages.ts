import type { ShipmentRefusal } from '../domain/shipment-refused.ts';

/** Why something cannot happen to a shipment, in every language of the shop. */
export const REFUSALS: Readonly<Record<ShipmentRefusal, { en: string; ko: string }>> = {
  OUT_OF_TURN: {
    en: 'That cannot be done with the shipment now.',
    ko: '지금은 이 배송을 그렇게 처리할 수 없습니다.',
  },
  SHIPMENT_CANCELLED: { en: 'The shipment was cancelled.', ko: '취소된 배송입니다.' },
  ORDER_HAS_LEFT: {
    en: 'Another parcel of the order has left: the rest of it has to follow.',
    ko: '주문 상품 일부가 이미 발송되어 취소할 수 없습니다.',
  },
  NOT_IN_SHIPMENT: {
    en: 'The shipment does not hold these items, or a line was named twice.',
    ko: '이 배송에 없거나 중복된 상품입니다.',
  },
  TOO_MANY_SHIPMENTS: {
    en: 'The order has as many shipments as an order can have.',
    ko: '주문 하나에 더 이상 배송을 나눌 수 없습니다.',
  },
  TRACKING_NUMBER_TAKEN: {
    en: 'Another parcel of this carrier has that number.',
    ko: '이미 사용 중인 운송장 번호입니다.',
  },
};

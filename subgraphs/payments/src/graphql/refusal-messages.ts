import type { RefundRefusal } from './generated.ts';

/** Why money was not given back, in a sentence. */
export const REFUSALS: Readonly<Record<RefundRefusal, { EN: string; KO: string }>> = {
  MORE_THAN_REFUNDABLE: {
    EN: 'This is more than can still be given back.',
    KO: '환불할 수 있는 금액보다 많습니다.',
  },
};

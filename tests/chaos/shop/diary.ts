import type { Attempt } from '../audit/facts.ts';

type Open = {
  token: string;
  input: object;
  customerId: string;
  orderIds: string[];
  told: string[];
  cancelAsked: boolean;
};

/** What the people of a run have sent, and what they were told. */
export function openDiary() {
  const attempts = new Map<string, Open>();
  const open = (key: string, sent: Pick<Open, 'customerId' | 'token' | 'input'>): void => {
    attempts.set(key, { ...sent, orderIds: [], told: [], cancelAsked: false });
  };
  const of = (key: string): Open => {
    const found = attempts.get(key);
    if (found === undefined) throw new Error(`nobody used the key ${key}`);
    return found;
  };
  return {
    open,
    heard: (key: string, word: string, orderId: string | null) => {
      const attempt = of(key);
      attempt.told.push(word);
      if (orderId !== null) attempt.orderIds.push(orderId);
    },
    askedToCancel: (key: string) => {
      of(key).cancelAsked = true;
    },
    attempts: (): Attempt[] =>
      [...attempts].map(([key, { token: _, input: __, ...attempt }]) => ({ key, ...attempt })),
    /** What was sent, and by whom, to be sent again. */
    sent: () =>
      [...attempts].map(([key, { token, input, orderIds }]) => ({ key, token, input, orderIds })),
  };
}

export type Diary = ReturnType<typeof openDiary>;

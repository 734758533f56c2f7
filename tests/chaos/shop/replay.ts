import type { Random } from '@souk/stack/seed/random';
import type { Replay } from '../audit/facts.ts';
import { type Graph, Refused } from '../site/graph.ts';
import { orderOf, type Reply } from './checkout.ts';
import type { Diary } from './diary.ts';
import { PLACE_ORDER } from './operations.ts';
import { inParallel } from './staff.ts';

/** Sends some of the attempts once more as they were, and once more with another body. */
export async function replay(
  graph: Graph,
  diary: Diary,
  random: Random,
  count: number,
): Promise<Replay[]> {
  const answered = diary.sent().filter(({ orderIds }) => orderIds.length > 0);
  const replays: Replay[] = [];
  const place = async (input: object, token: string) =>
    (await graph<{ placeOrder: Reply }>(PLACE_ORDER, { input }, token)).placeOrder;
  const work = random.sample(answered, count).map(({ key, token, input, orderIds }) => async () => {
    const again = orderOf(await place(input, token));
    const other = { ...input, paymentMethod: 'pm_card_other' };
    const otherBodyRefused = await place(other, token).then(
      () => false,
      (error) => error instanceof Refused && error.code === 'IDEMPOTENCY_KEY_REUSED',
    );
    replays.push({ key, orderIds, again, otherBodyRefused });
  });
  await inParallel(work, 4);
  return replays;
}

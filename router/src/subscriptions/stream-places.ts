import type { Refusal } from '../operations/refusal.ts';
import { tooManyStreams } from './stream-ends.ts';

/** Places for streams: so many in all, and so many for each who pays. */
export type StreamPlaces = {
  /** Takes a place and returns how to give it back, or says why there is none. */
  take: (payer: string) => (() => void) | Refusal;
};

export function streamPlaces(limits: { max: number; perClient: number }): StreamPlaces {
  const byPayer = new Map<string, number>();
  let all = 0;
  return {
    take: (payer) => {
      const own = byPayer.get(payer) ?? 0;
      if (all >= limits.max) return tooManyStreams('this router can hold no more');
      if (own >= limits.perClient) return tooManyStreams(`up to ${limits.perClient} per client`);
      all++;
      byPayer.set(payer, own + 1);
      let isTaken = true;
      return () => {
        if (!isTaken) return;
        isTaken = false;
        all--;
        const left = (byPayer.get(payer) ?? 1) - 1;
        if (left === 0) byPayer.delete(payer);
        else byPayer.set(payer, left);
      };
    },
  };
}

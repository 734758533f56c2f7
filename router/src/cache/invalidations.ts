/** Knows what was invalidated while fetches were under way: their answers may be older than that. */
export type Invalidations = {
  /** The present moment, to be asked for before a fetch is sent. */
  readonly moment: () => number;
  readonly note: (tags: readonly string[]) => void;
  readonly noteAll: () => void;
  /** Whether any of the tags was invalidated after that moment. */
  readonly since: (moment: number, tags: readonly string[]) => boolean;
};

/** Beyond so many tags it is forgotten which they were: all fetches under way count as stale. */
const MAX_TAGS = 50_000;

export function invalidations(): Invalidations {
  let moment = 0;
  let allAt = 0;
  const at = new Map<string, number>();
  return {
    moment: () => moment,
    note: (tags) => {
      moment += 1;
      if (at.size + tags.length > MAX_TAGS) {
        at.clear();
        allAt = moment;
        return;
      }
      for (const tag of tags) at.set(tag, moment);
    },
    noteAll: () => {
      moment += 1;
      allAt = moment;
      at.clear();
    },
    since: (from, tags) => allAt > from || tags.some((tag) => (at.get(tag) ?? 0) > from),
  };
}

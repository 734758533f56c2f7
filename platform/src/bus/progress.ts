export type Progress<Position> = {
  /** A message was taken up; positions are taken in ascending sequence. */
  take: (position: Position) => void;
  /** A message is done. Returns true when that moves `reached`. */
  finish: (position: Position) => boolean;
  /** The last position up to which every message is done; null before the first one. */
  reached: () => Position | null;
  pending: () => number;
};

/** How far a log has been worked off when its messages are done out of sequence. */
export function openProgress<Position>(): Progress<Position> {
  const taken: Position[] = [];
  const finished = new Set<Position>();
  let reached: Position | null = null;
  let first = 0;
  return {
    take: (position) => void taken.push(position),
    finish(position) {
      finished.add(position);
      const before = first;
      for (let next = taken[first]; next !== undefined && finished.delete(next); ) {
        reached = next;
        first += 1;
        next = taken[first];
      }
      const moved = first > before;
      if (first > 1_000) {
        taken.splice(0, first);
        first = 0;
      }
      return moved;
    },
    reached: () => reached,
    pending: () => taken.length - first,
  };
}

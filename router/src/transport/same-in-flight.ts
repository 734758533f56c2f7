/** Queries under way that others may wait for instead of sending the same. */
export type SameInFlight<Result> = {
  /** The same query of the same epoch, if it is answered, or given up, by `deadlineAt`. */
  join: (key: string, body: string, deadlineAt: number, epoch: number) => Promise<Result> | null;
  lead: (
    key: string,
    body: string,
    deadlineAt: number,
    epoch: number,
    result: Promise<Result>,
  ) => void;
};

type Flight<Result> = {
  readonly result: Promise<Result>;
  readonly deadlineAt: number;
  readonly epoch: number;
};

export function sameInFlight<Result>(): SameInFlight<Result> {
  // Two levels, so that the long body need not be joined to a key for each look-up.
  const byKey = new Map<string, Map<string, Flight<Result>>>();
  return {
    join: (key, body, deadlineAt, epoch) => {
      const flight = byKey.get(key)?.get(body);
      if (flight === undefined || flight.epoch !== epoch) return null;
      return flight.deadlineAt > deadlineAt ? null : flight.result;
    },
    lead: (key, body, deadlineAt, epoch, result) => {
      const flights = byKey.get(key) ?? new Map<string, Flight<Result>>();
      if (flights.size === 0) byKey.set(key, flights);
      const flight = { result, deadlineAt, epoch };
      flights.set(body, flight);
      const land = () => {
        if (flights.get(body) === flight) flights.delete(body);
        if (flights.size === 0 && byKey.get(key) === flights) byKey.delete(key);
      };
      result.then(land, land);
    },
  };
}

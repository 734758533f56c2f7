import { normalForm } from './normal-form.ts';
import type { Operation } from './operation.ts';

/**
 * Documents with what was recorded of them, and what was recorded of others: a document of a client and
 * its traffic are one operation, told of once, where it is written down.
 */
export function joinRecorded(
  written: readonly Operation[],
  recorded: readonly Operation[],
): Operation[] {
  const joined = new Map(written.map((operation) => [operation, operation]));
  const byName = Map.groupBy(written, nameOf);
  const others = recorded.filter((traffic) => {
    const [first, ...more] = byName.get(nameOf(traffic)) ?? [];
    if (first === undefined) return true;
    const form = normalForm(traffic.document);
    const same = [first, ...more].find(({ document }) => normalForm(document) === form);
    if (same === undefined) return true;
    joined.set(same, { ...same, recorded: sum(joined.get(same)?.recorded, traffic.recorded) });
    return false;
  });
  return [...joined.values(), ...others];
}

type Recorded = NonNullable<Operation['recorded']>;

const sum = (a: Recorded | undefined, b: Operation['recorded']): Recorded => ({
  count: (a?.count ?? 0) + (b?.count ?? 0),
  lastSeen: new Date(Math.max(Number(a?.lastSeen ?? 0), Number(b?.lastSeen ?? 0))),
});

const nameOf = ({ client, name }: Operation): string => JSON.stringify([client, name]);

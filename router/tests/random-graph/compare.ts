type Path = readonly (string | number)[];
export type Told = { readonly message: string; readonly path?: Path | undefined };
type Answer = { readonly data?: unknown; readonly errors?: readonly Told[] | undefined };

/**
 * How an answer differs from what it has to be, or null. Data have to be the same to the letter.
 * Every null that an error explains there is explained here: where the error stands at the null
 * itself by the same message, where it came from below by any, because which of several errors
 * below a null are told is left open by the specification, and a subgraph words its own violations.
 */
export function difference(ours: Answer, expected: Answer): string | null {
  const [data, wanted] = [JSON.stringify(ours.data), JSON.stringify(expected.data)];
  if (data !== wanted) return `data\n${data}\ninstead of\n${wanted}`;
  const [told, due] = [explained(ours), explained(expected)];
  if (told !== due) return `errors\n${told}\ninstead of\n${due}\nfor ${data}`;
  return null;
}

function explained({ data, errors = [] }: Answer): string {
  const at = new Map<string, string>();
  for (const { message, path = [] } of errors) {
    const known = knownPart(data, path);
    const place = JSON.stringify(known);
    const isBelow = known.length < path.length || at.get(place) === '';
    at.set(place, isBelow ? '' : message);
  }
  return [...at]
    .map(([place, message]) => `${place} ${message}`)
    .toSorted()
    .join('\n');
}

/** The part of a path that the data have: it ends at a null where an error took what is below. */
function knownPart(data: unknown, path: Path): Path {
  const known: (string | number)[] = [];
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) break;
    known.push(key);
    value = (value as Record<string | number, unknown>)[key];
  }
  return known;
}

import { Column } from 'drizzle-orm';

/** A selected field as drizzle lists it: where its value goes, and what decodes it. */
type Selected = { path: readonly string[]; field: unknown };
type Decoder = { mapFromDriverValue: (value: unknown) => unknown };
type Row = Record<string, unknown>;

/** What a drizzle session offers to who looks closer. */
type Session = {
  prepareQuery: (
    query: unknown,
    fields: readonly Selected[] | undefined,
    ...rest: unknown[]
  ) => object;
};

/**
 * Gives drizzle's queries a mapping from driver rows to objects that is worked out once for a query,
 * not once for a cell. Queries of another shape than flat rows keep drizzle's own.
 */
export function mapRowsOnce(db: object): void {
  const { session } = db as { session: Session };
  const prepareQuery = session.prepareQuery.bind(session);
  session.prepareQuery = (query, fields, ...rest) => {
    const prepared = prepareQuery(query, fields, ...rest) as { customResultMapper?: unknown };
    const map = prepared.customResultMapper === undefined ? rowMapping(fields) : null;
    if (map !== null) prepared.customResultMapper = map;
    return prepared;
  };
}

/** Null where rows are nested, or cannot be told. */
export function rowMapping(
  fields: readonly Selected[] | undefined,
): ((rows: readonly unknown[][]) => Row[]) | null {
  if (fields === undefined) return null;
  const columns: { key: string; decoder: Decoder | null }[] = [];
  for (const { path, field } of fields) {
    const [key] = path;
    const decoder = decoderOf(field);
    if (path.length !== 1 || key === undefined || decoder === undefined) return null;
    columns.push({ key, decoder });
  }
  const blank: Row = Object.fromEntries(columns.map(({ key }) => [key, null]));
  return (rows) =>
    rows.map((cells) => {
      const row = { ...blank };
      for (let index = 0; index < columns.length; index += 1) {
        const { key, decoder } = columns[index] as (typeof columns)[number];
        const cell = cells[index] ?? null;
        row[key] = cell === null || decoder === null ? cell : decoder.mapFromDriverValue(cell);
      }
      return row;
    });
}

/** Null where the driver's value is the value; undefined for what is not known here. */
function decoderOf(field: unknown): Decoder | null | undefined {
  const written = field as { decoder?: Decoder; sql?: { decoder?: Decoder } };
  const decoder = field instanceof Column ? field : (written.decoder ?? written.sql?.decoder);
  if (typeof decoder?.mapFromDriverValue !== 'function') return undefined;
  return decoder.mapFromDriverValue === Column.prototype.mapFromDriverValue ? null : decoder;
}

import type { TransactionSql } from 'postgres';

/** PostgreSQL's types of a single value; postgres.js finds the type of the array by it. */
export const UUID = 2950;
export const INTEGER = 23;
export const TEXT = 25;

export const arrayOf = (tx: TransactionSql, values: readonly (string | number)[], type: number) =>
  tx.array([...values], type);

/** Lines as rows `(id, quantity, place)`, out of two parameters however many there are. */
export const unnested = (
  tx: TransactionSql,
  lines: readonly { variantId: string; quantity: number }[],
) => {
  const ids = lines.map(({ variantId }) => variantId);
  const quantities = lines.map(({ quantity }) => quantity);
  return tx`
    select * from unnest(${arrayOf(tx, ids, UUID)}::uuid[],
      ${arrayOf(tx, quantities, INTEGER)}::integer[]) with ordinality as line(id, quantity, place)`;
};

import type { Intent } from '../domain/intent.ts';

/** A page that says one thing. `words` must be safe HTML. */
export const page = (words: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sandbox bank</title>
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; margin: 15vh auto; max-width: 24rem; padding: 0 1rem; }
  button { font: inherit; padding: .6rem 1.2rem; margin-right: .5rem; cursor: pointer; }
</style>
<main><h1>Sandbox bank</h1><p>${words}</p></main>
</html>
`;

/** Asks the cardholder whether the payment is theirs. */
export function question({ amount, currency, paymentMethod }: Intent): string {
  const money = new Intl.NumberFormat('en', { style: 'currency', currency });
  const decimals = money.resolvedOptions().maximumFractionDigits ?? 2;
  const price = money.format(amount / 10 ** decimals);
  return page(`Approve a payment of <strong>${price}</strong> with the card that ends in
${paymentMethod?.last4 ?? '????'}?</p>
<form method="post">
  <button name="answer" value="approve">Approve</button>
  <button name="answer" value="decline">Decline</button>
</form><p>`);
}

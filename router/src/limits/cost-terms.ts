export type Variables = Readonly<Record<string, unknown>>;

/** A part of a cost: known, or known once the variables are. */
export type Term = number | ((variables: Variables) => number);

export const evaluate = (term: Term, variables: Variables): number =>
  typeof term === 'number' ? term : term(variables);

/** The sum of terms, its constant part added up once. */
export function sum(terms: readonly Term[]): Term {
  let constant = 0;
  const varying: ((variables: Variables) => number)[] = [];
  for (const term of terms) {
    if (typeof term === 'number') constant += term;
    else varying.push(term);
  }
  const [only] = varying;
  if (only === undefined) return constant;
  if (varying.length === 1 && constant === 0) return only;
  return (variables) => {
    let total = constant;
    for (const term of varying) total += term(variables);
    return total;
  };
}

export function product(a: Term, b: Term): Term {
  if (typeof a === 'number' && typeof b === 'number') return a * b;
  if (a === 1) return b;
  if (b === 1) return a;
  return (variables) => evaluate(a, variables) * evaluate(b, variables);
}

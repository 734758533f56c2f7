/** An estimate of a quantile of a stream of positive numbers, in constant memory. */
export type Quantile = { estimate: () => number; observe: (value: number) => void };

const STEP = 0.05;

/**
 * Steps up by `quantile` and down by its rest, in proportion to the estimate, so that it stands still
 * where that share of the values lies below. Source: stochastic approximation, Robbins and Monro.
 */
export function quantileOf(quantile: number): Quantile {
  let estimate = 0;
  return {
    estimate: () => estimate,
    observe: (value) => {
      if (estimate === 0) estimate = value;
      else estimate *= 1 + STEP * (value > estimate ? quantile : quantile - 1);
    },
  };
}

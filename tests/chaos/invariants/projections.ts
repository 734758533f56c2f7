import { type Invariant, sum } from '../audit/finding.ts';

export const projectionsAreRebuildable: Invariant = {
  name: 'projections are what a rebuild gives',
  check: ({ projections }) => ({
    checked: sum(projections, ({ compared }) => compared),
    breaches: projections.flatMap(({ service, differences }) =>
      differences.map((difference) => `${service}: ${difference}`),
    ),
  }),
};

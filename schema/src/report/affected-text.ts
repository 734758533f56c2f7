import type { Affected } from './finding.ts';
import { plural } from './report.ts';

const MOST = 20;

/** One line for each client, with what it sends: `used by web: ProductPage (12 requests), Cart`. */
export function affectedText(affected: readonly Affected[]): string[] {
  const clients = Map.groupBy(affected, ({ client }) => client);
  return [...clients].map(([client, uses]) => {
    const names = uses
      .slice(0, MOST)
      .map(({ name, count }) =>
        count === undefined ? name : `${name} (${plural(count, 'request')})`,
      );
    const left = uses.length - names.length;
    return `used by ${client}: ${names.join(', ')}${left === 0 ? '' : ` and ${left} more`}`;
  });
}

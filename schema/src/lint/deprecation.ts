import type { Declaration } from '../composition/declarations.ts';
import type { Violation } from './violation.ts';

const DATE = /\bRemoved after (\d{4}-\d{2}-\d{2})\b/i;

/** By convention the reason of a deprecation ends so: `Use sku. Removed after 2027-01-31.` */
export function deprecation(declarations: readonly Declaration[], now: Date): Violation[] {
  return declarations.flatMap((at): Violation[] => {
    const directive = at.directives.find(({ name }) => name.value === 'deprecated');
    if (directive === undefined) return [];
    const value = directive.arguments?.find(({ name }) => name.value === 'reason')?.value;
    const reason = value?.kind === 'StringValue' ? value.value.trim() : '';
    if (reason === '') {
      return [{ rule: 'DEPRECATION_REASON', at, message: `Why is ${at.coordinate} deprecated?` }];
    }
    const day = DATE.exec(reason)?.[1];
    const until = day === undefined ? Number.NaN : Date.parse(`${day}T23:59:59Z`);
    if (Number.isNaN(until)) {
      const message = `Until when is ${at.coordinate} there? Say "Removed after YYYY-MM-DD".`;
      return [{ rule: 'DEPRECATION_DATE', at, message }];
    }
    if (until >= now.getTime()) return [];
    const message = `${at.coordinate} was to be removed after ${day}.`;
    return [{ rule: 'DEPRECATION_OVERDUE', at, message }];
  });
}

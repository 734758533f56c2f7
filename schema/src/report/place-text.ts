import type { Place } from './finding.ts';

/** `file:line:column`, as editors and terminals open it. */
export const placeText = ({ file, line, column, in: side }: Place): string =>
  `${file}:${line}${column === undefined ? '' : `:${column}`}${side === 'base' ? ' (in the base)' : ''}`;

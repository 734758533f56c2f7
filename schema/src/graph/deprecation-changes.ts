import type { Change } from './change.ts';

type Deprecable = { deprecationReason?: string | null | undefined };

/** A field, argument, input field or enum value that is announced to go, or no longer. */
export function deprecationChanges(
  coordinate: string,
  { deprecationReason: before }: Deprecable,
  { deprecationReason: after }: Deprecable,
): Change[] {
  if ((before ?? null) === (after ?? null)) return [];
  const change = { coordinate, severity: 'safe', hits: [[coordinate]] } as const;
  if (after == null) {
    return [
      { ...change, rule: 'DEPRECATION_REMOVED', message: `${coordinate} is no longer deprecated` },
    ];
  }
  const why = `: ${JSON.stringify(after)}`;
  return before == null
    ? [{ ...change, rule: 'DEPRECATED', message: `${coordinate} is deprecated${why}` }]
    : [
        {
          ...{ ...change, rule: 'DEPRECATION_REASON_CHANGED' },
          message: `${coordinate} is deprecated for another reason${why}`,
        },
      ];
}

/** The instant at which the demo data ends; everything in it lies before. */
export const NOW = Date.parse('2026-11-01T00:00:00.000Z');

export const SECOND = 1_000;
export const HOUR = 3_600 * SECOND;
export const DAY = 24 * HOUR;

export const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();

import { expect, test } from 'vitest';
import { judge } from './session.ts';

const now = new Date('2026-05-01T12:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000);
const later = ago(-3_600);

test('a refresh token that was not used is exchanged', () => {
  expect(judge({ expiresAt: later, usedAt: null }, now, 10)).toBe('exchange');
});

test('one that was used a moment ago may be a race', () => {
  expect(judge({ expiresAt: later, usedAt: ago(9) }, now, 10)).toBe('exchange');
});

test('one that was used before the leeway is stolen', () => {
  expect(judge({ expiresAt: later, usedAt: ago(10) }, now, 10)).toBe('stolen');
  expect(judge({ expiresAt: later, usedAt: ago(0) }, now, 0)).toBe('stolen');
});

test('one that has expired is only expired, used or not', () => {
  expect(judge({ expiresAt: now, usedAt: ago(60) }, now, 10)).toBe('expired');
});

import { expect, test } from 'vitest';
import { AppError } from './errors.ts';
import { mayActOn, requireScope, requireViewer, type Viewer } from './identity.ts';

const viewer: Viewer = { id: 'me', roles: [], scopes: new Set(['a:read']), sessionId: null };

test('guests are asked to sign in, others are told which scope they lack', () => {
  expect(() => requireViewer(null)).toThrow(AppError);
  expect(requireScope(viewer, 'a:read')).toBe(viewer);
  expect(() => requireScope(viewer, 'b:read')).toThrow('b:read');
});

test('an owner may act, so may a scope, nobody else', () => {
  expect(mayActOn(viewer, 'me', 'b:read')).toBe(true);
  expect(mayActOn(viewer, 'you', 'a:read')).toBe(true);
  expect(mayActOn(viewer, 'you', 'b:read')).toBe(false);
  expect(mayActOn(viewer, null, 'b:read')).toBe(false);
  expect(mayActOn(null, null, 'b:read')).toBe(false);
});

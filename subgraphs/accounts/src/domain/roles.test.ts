import { expect, test } from 'vitest';
import { isStaff, ROLES, SCOPES, scopesOf } from './roles.ts';

test('a customer has no scope', () => {
  expect(scopesOf(['customer'])).toEqual([]);
});

test('support reads people and orders, and refunds payments', () => {
  expect(scopesOf(['support'])).toEqual([
    'orders:read',
    'orders:write',
    'payments:read',
    'payments:refund',
    'shipments:read',
    'users:read',
  ]);
});

test('an administrator has every scope', () => {
  expect(scopesOf(['admin'])).toEqual([...SCOPES].sort());
});

test('only an administrator may write users', () => {
  const holders = ROLES.filter((role) => scopesOf([role]).includes('users:write'));
  expect(holders).toEqual(['admin']);
});

test('roles together have the scopes of each, once', () => {
  const scopes = scopesOf(['support', 'warehouse']);
  expect(scopes).toContain('stock:write');
  expect(scopes).toContain('payments:refund');
  expect(scopes).toHaveLength(new Set(scopes).size);
});

test('an unknown role grants nothing', () => {
  expect(scopesOf(['root', 'toString'])).toEqual([]);
});

test('whoever has another role than customer is staff', () => {
  expect(isStaff(['customer'])).toBe(false);
  expect(isStaff(['customer', 'warehouse'])).toBe(true);
});

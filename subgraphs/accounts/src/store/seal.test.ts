import { expect, test } from 'vitest';
import { sealWith } from './seal.ts';

const seal = sealWith('a secret of at least thirty-two characters');

test('a sealed secret opens again, and cannot be read in between', () => {
  const sealed = seal.close('the key', 'kid-1');
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('the key');
  expect(seal.open(sealed, 'kid-1')).toBe('the key');
});

test('the same secret never looks the same twice', () => {
  expect(seal.close('the key', 'kid-1')).not.toBe(seal.close('the key', 'kid-1'));
});

test('another key, another subject or a changed byte opens nothing', () => {
  const sealed = seal.close('the key', 'kid-1');
  expect(sealWith('another secret of thirty-two characters').open(sealed, 'kid-1')).toBeNull();
  expect(seal.open(sealed, 'kid-2')).toBeNull();
  const changed = Buffer.from(sealed, 'base64url');
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  expect(seal.open(changed.toString('base64url'), 'kid-1')).toBeNull();
  expect(seal.open('', 'kid-1')).toBeNull();
});

import { expect, test } from 'vitest';
import { Email, NewPassword, PersonName, ProfileChange, RoleSet } from './person.ts';

test('an e-mail address is trimmed and put in lower case', () => {
  expect(Email.parse('  Mina@Souk.Example ')).toBe('mina@souk.example');
});

test.each(['', 'mina', 'mina@', '@souk.example', 'mina@souk', 'a b@souk.example'])(
  '%j is no e-mail address',
  (value) => {
    expect(Email.safeParse(value).success).toBe(false);
  },
);

test('an e-mail address of 255 characters is too long', () => {
  expect(Email.safeParse(`${'a'.repeat(250)}@b.co`).success).toBe(false);
});

test('a new password has 10 to 128 characters', () => {
  expect([9, 10, 128, 129].map((n) => NewPassword.safeParse('x'.repeat(n)).success)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('a name is trimmed, and holds 1 to 100 characters on one line', () => {
  expect(PersonName.parse('  김미나 ')).toBe('김미나');
  for (const bad of ['', '   ', 'x'.repeat(101), 'a\nb', 'a\u0000b']) {
    expect(PersonName.safeParse(bad).success).toBe(false);
  }
});

test('a change of profile that changes nothing is refused', () => {
  expect(ProfileChange.safeParse({}).success).toBe(false);
  expect(ProfileChange.safeParse({ locale: 'ko' }).success).toBe(true);
});

test('roles are a set that is not empty', () => {
  expect(RoleSet.parse(['admin', 'customer', 'admin'])).toEqual(['customer', 'admin']);
  expect(RoleSet.safeParse([]).success).toBe(false);
  expect(RoleSet.safeParse(['root']).success).toBe(false);
});

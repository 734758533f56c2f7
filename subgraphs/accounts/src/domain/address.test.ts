import { expect, test } from 'vitest';
import { AddressInput } from './address.ts';
import { COUNTRY_COUNT } from './countries.ts';

const home = {
  label: 'Home',
  recipient: '김미나',
  phone: '+82 10-1234-5678',
  country: 'kr',
  postalCode: ' 04524 ',
  region: 'Seoul',
  city: 'Jung-gu',
  line1: '110 Sejong-daero',
  line2: '',
  isDefault: false,
};

test('an address comes out in one form', () => {
  expect(AddressInput.parse(home)).toEqual({
    ...home,
    phone: '+821012345678',
    country: 'KR',
    postalCode: '04524',
    line2: null,
  });
});

test('ISO 3166-1 has 249 countries', () => {
  expect(COUNTRY_COUNT).toBe(249);
});

test.each([
  ['KR', '04524', true],
  ['KR', '4524', false],
  ['KR', '045-24', false],
  ['US', '94103', true],
  ['US', '94103-1234', true],
  ['US', '9410', false],
  ['GB', 'SW1A 1AA', true],
  ['GB', '12345', false],
  ['CA', 'k1a 0b1', true],
  ['JP', '100-0001', true],
  ['DE', '1011', false],
  ['CL', '832-0000', true],
  ['CL', '', false],
])('in %s a postal code of %j is %s', (country, postalCode, valid) => {
  expect(AddressInput.safeParse({ ...home, country, postalCode }).success).toBe(valid);
});

test.each([
  ['country', 'XX'],
  ['country', 'Korea'],
  ['phone', '12345'],
  ['phone', 'call me'],
  ['label', 'x'.repeat(41)],
  ['recipient', ' '],
  ['city', ''],
  ['line1', 'x'.repeat(201)],
  ['line2', 'x'.repeat(201)],
])('%s cannot be %j, and the complaint names it', (field, value) => {
  const parsed = AddressInput.safeParse({ ...home, [field]: value });
  expect(parsed.error?.issues[0]?.path).toEqual([field]);
});

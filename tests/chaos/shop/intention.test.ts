import { TEST_CARDS } from '@souk/stack/psp/domain/card';
import { seededRandom } from '@souk/stack/seed/random';
import { expect, test } from 'vitest';
import { type Counter, intend } from './intention.ts';

const counter: Counter = { common: 20, scarce: 4, coupons: 2, total: 2_000 };
const crowd = (seed: string) => {
  const random = seededRandom(seed);
  return Array.from({ length: counter.total }, (_, number) => intend(random, number, counter));
};
const people = crowd('1');

test('the same seed sends the same people', () => {
  expect(crowd('1')).toEqual(people);
  expect(crowd('2')).not.toEqual(people);
});

test('everybody wants something, and each thing once', () => {
  for (const { wants } of people) {
    expect(wants.length).toBeGreaterThan(0);
    expect(new Set(wants.map((want) => `${want.isScarce} ${want.place}`)).size).toBe(wants.length);
  }
});

test('every kind of shopper is among them', () => {
  const some = (is: (person: (typeof people)[number]) => boolean) => people.filter(is).length;
  for (const proof of ['approve', 'decline', 'never'] as const) {
    expect(some((person) => person.proof === proof)).toBeGreaterThan(10);
  }
  expect(some(({ card }) => /[dD]ecline/.test(card))).toBeGreaterThan(100);
  expect(some(({ wants }) => wants.some(({ isScarce }) => isScarce))).toBeGreaterThan(400);
  expect(some(({ submits }) => submits > 1)).toBeGreaterThan(200);
  expect(some(({ cancelAfterMs }) => cancelAfterMs !== null)).toBeGreaterThan(200);
  expect(some(({ sendsBack }) => sendsBack > 0)).toBeGreaterThan(150);
  expect(some(({ coupon }) => coupon !== null)).toBeGreaterThan(200);
});

test('every card is one that the provider knows, and asks for a proof exactly where one is given', () => {
  for (const { card, proof } of people) {
    const known = TEST_CARDS.find(({ tokens }) => tokens.includes(card));
    expect(known?.authenticates).toBe(proof !== null);
  }
});

test('nobody leaves a proof undone near the end', () => {
  expect(people.slice(1_300).filter(({ proof }) => proof === 'never')).toEqual([]);
});

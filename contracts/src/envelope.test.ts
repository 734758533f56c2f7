import { expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { defineEvent, Envelope, type EventSchema, emitterOf, newEvent } from './envelope.ts';

const ReviewHidden = defineEvent(
  'souk.reviews.review-hidden.v1',
  z.object({ reviewId: z.string(), stars: z.int(), reason: z.string() }),
);

const hidden = () =>
  newEvent(ReviewHidden, {
    id: '019a0000-0000-7000-8000-000000000001',
    subject: 'r-1',
    time: new Date('2026-01-02T03:04:05.678Z'),
    correlationid: 'c-1',
    causationid: 'm-1',
    data: { reviewId: 'r-1', stars: 1, reason: 'spam' },
  });

test('an event carries its envelope in the form of CloudEvents 1.0', () => {
  expect(hidden()).toEqual({
    specversion: '1.0',
    id: '019a0000-0000-7000-8000-000000000001',
    source: '/souk/reviews',
    type: 'souk.reviews.review-hidden.v1',
    subject: 'r-1',
    time: '2026-01-02T03:04:05.678Z',
    datacontenttype: 'application/json',
    partitionkey: 'r-1',
    correlationid: 'c-1',
    causationid: 'm-1',
    data: { reviewId: 'r-1', stars: 1, reason: 'spam' },
  });
});

test('an event reads back from its JSON, and its type knows its data', () => {
  const read = ReviewHidden.parse(JSON.parse(JSON.stringify(hidden())));
  expect(read).toEqual(hidden());
  expectTypeOf(read.data.stars).toEqualTypeOf<number>();
  expectTypeOf(read.type).toEqualTypeOf<'souk.reviews.review-hidden.v1'>();
  expectTypeOf(ReviewHidden).toExtend<EventSchema>();
});

test('a consumer reads only what it uses, and is not hurt by what was added', () => {
  const Narrow = ReviewHidden.extend({ data: ReviewHidden.shape.data.pick({ reviewId: true }) });
  const grown = { ...hidden(), tenant: 'x', data: { reviewId: 'r-1', extra: true } };
  expect(Narrow.parse(grown).data).toEqual({ reviewId: 'r-1' });
});

test('an event whose data do not fit never leaves', () => {
  const data = { reviewId: 'r-1', stars: 1.5, reason: 'spam' };
  expect(() => newEvent(ReviewHidden, { ...hidden(), time: new Date(), data })).toThrow(z.ZodError);
});

test('an event of another type, version or emitter is refused', () => {
  for (const wrong of [
    { type: 'souk.reviews.review-hidden.v2' },
    { source: '/souk/products' },
    { specversion: '0.3' },
    { id: 'not-an-id' },
    { traceparent: 'nonsense' },
  ]) {
    expect(ReviewHidden.safeParse({ ...hidden(), ...wrong }).success).toBe(false);
  }
});

test('any event can be read without knowing its type', () => {
  const { type, data } = Envelope.parse(hidden());
  expect(emitterOf(type)).toBe('reviews');
  expect(data).toMatchObject({ reason: 'spam' });
});

test('a type that does not say its service, fact and version cannot be defined', () => {
  expect(() => defineEvent('souk.reviews.ReviewHidden.v1', z.object({}))).toThrow(TypeError);
  expect(() => defineEvent('souk.reviews.hidden.v0', z.object({}))).toThrow(TypeError);
});

import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseInput } from './input.ts';

const Note = z.object({ lines: z.array(z.object({ text: z.string().max(3, 'is too long') })) });
const note = (...texts: string[]) => ({ lines: texts.map((text) => ({ text })) });

test('every field at fault is named', () => {
  expect(() => parseInput(Note, note('ok', 'longer', 'longest'))).toThrow(
    'lines.1.text: is too long; lines.2.text: is too long',
  );
});

test.each(['a\u0000', '\ud800', '\udc00b'])('the text %j is refused by its place', (text) => {
  expect(() => parseInput(Note, note('ok', text))).toThrow(
    expect.objectContaining({
      code: 'BAD_USER_INPUT',
      details: {
        fields: [{ path: 'lines.1.text', message: 'holds a character that no text may have' }],
      },
    }),
  );
});

test('characters beyond the first plane are texts like any other', () => {
  expect(parseInput(Note, note('🫖', '찻잔'))).toEqual(note('🫖', '찻잔'));
});

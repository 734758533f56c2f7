import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { signatureOf } from './signature.ts';

const schema = buildSchema(`
  scalar Json
  enum Tone { DRY WET }
  input Filter { email: String, tone: Tone, sizes: [Int!] }
  type Query { x(filter: Filter, note: String, extra: Json, n: Float): Int y: Int }
`);
const signature = (text: string, name?: string) => signatureOf(schema, parse(text), name);

test('nothing that a person typed is left: in literals, defaults, scalars, directives, comments', () => {
  const secret = ['mina@souk.example', 'eyJhbGciOi.J9', '987654321', '0123456789'];
  const [email, token, number, phone] = secret;
  const text = `
    # for ${email}
    query Find($n: Float = ${number}.5, $filter: Filter = { email: "${email}" }, $if: Boolean = true) {
      x(filter: { email: """${email}""", tone: DRY, sizes: [${number}, 4] }, n: $n
        note: "${token}", extra: { email: "${email}", t_${phone}: [{ a: "${token}" }] })
      again: x(filter: $filter, extra: ["${email}"]) @include(if: $if)
    }`;
  const found = signature(text);
  for (const each of secret) expect(found).not.toContain(each);
  expect(found).toContain('tone:DRY');
  expect(validate(schema, parse(found))).toEqual([]);
});

test('requests that differ in values only are the same operation', () => {
  expect(signature('{ x(note: "a", n: 1.5) }')).toBe(signature('{ x(note: "b", n: 2.5) } # c'));
  expect(signature('{ x(filter: { sizes: [1] }) }')).toBe(
    signature('{ x(filter: { sizes: [2, 3] }) }'),
  );
});

test('aliases are numbered, each the same wherever it stands', () => {
  const text = (first: string, second: string) => `query A($n: Float, $m: Float) {
    ${first}: x(n: $n) ${second}: x(n: $m) ... on Query { ${first}: x(n: $n) } }`;
  const found = signature(text('mina_1', 'b'));
  expect(found).not.toContain('mina');
  expect(signature(text('c', 'd'))).toBe(found);
  expect(validate(schema, parse(found))).toEqual([]);
});

test('requests for other fields, enum values or input fields are other operations', () => {
  expect(signature('{ x(filter: { tone: DRY }) }')).not.toBe(
    signature('{ x(filter: { tone: WET }) }'),
  );
  expect(signature('{ x(filter: { tone: DRY }) }')).not.toBe(
    signature('{ x(filter: { email: "" }) }'),
  );
});

test('of a document with several operations, the one that was asked for is kept', () => {
  const text = 'query A { x ...F } query B { y } fragment F on Query { y }';
  expect(signature(text, 'B')).toBe('query B{y}');
  expect(signature(text, 'A')).toContain('fragment F');
});

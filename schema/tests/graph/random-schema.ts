/** A whole number from 0 up to, not including, a limit; always the same for the same name. */
export type Dice = (name: string, limit: number) => number;

/** Throws differ from seed to seed; with `other`, one throw in so many is that of another seed. */
export function dice(seed: number, other?: { seed: number; oneIn: number }): Dice {
  return (name, limit) => {
    const isOther = other !== undefined && hash(`${other.seed}?${name}`) % other.oneIn === 0;
    return hash(`${isOther ? other.seed : seed} ${name}`) % limit;
  };
}

/** FNV-1a, with its bits mixed once more, because the low ones are used. */
function hash(text: string): number {
  let bits = 0x811c9dc5;
  for (const char of text) bits = Math.imul(bits ^ char.charCodeAt(0), 0x01000193);
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
  return (bits ^ (bits >>> 13)) >>> 0;
}

const LEAVES = [
  'Int',
  'Int!',
  'Int = 1',
  'Int! = 1',
  'String',
  '[Int]',
  '[Int!]',
  'E',
  'E!',
  'E = X',
];
const INPUTS = [...LEAVES, 'Outer', 'Outer!', 'Inner', 'Inner!'];
const OUTPUTS = ['Int', 'Int!', 'String', 'E', '[Int]', 'A', 'A!', 'B', 'C', 'I', 'J', 'U', '[U!]'];

/** A small schema; everything has the same name in all of them, so that two are much alike. */
export function randomSchema(roll: Dice): string {
  const some = <T extends string>(of: string, all: readonly T[], least = 0): T[] => {
    const chosen = all.filter((each) => roll(`${of}.${each}?`, 4) > 0);
    return chosen.length < least ? all.slice(0, least) : chosen;
  };
  const one = (of: string, all: readonly string[]): string => all[roll(of, all.length)] ?? '';
  const inputs = (of: string, names: readonly string[], types: readonly string[]) =>
    some(of, names, 1).map((name) => `${name}: ${one(`${of}.${name}`, types)}`);
  const objects = ['A', ...some('objects', ['B', 'C'])];
  const field = (of: string) => (name: string) => {
    const coordinate = `${of}.${name}`;
    const taken =
      roll(`${coordinate}()`, 2) === 0 ? '' : `(${inputs(coordinate, ['a', 'b'], INPUTS)})`;
    const type = one(coordinate, OUTPUTS);
    return `${name}${taken}: ${/^[BC]/.test(type) && !objects.includes(type) ? 'A' : type}`;
  };
  const object = (name: string) => {
    const interfaces = name === 'A' ? ['I', 'J'] : some(name, ['I', 'J']);
    const shared = [...(interfaces.includes('I') ? ['i: Int'] : []), 'j: String'];
    const is = interfaces.length > 0 ? ` implements ${interfaces.join(' & ')}` : '';
    return `type ${name}${is} { ${[...shared, ...some(name, ['f', 'g', 'h']).map(field(name))].join(' ')} }`;
  };
  return [
    `type Query { ${['q', ...some('Query', ['r', 's'])].map(field('Query')).join(' ')} }`,
    'interface I { i: Int } interface J { j: String }',
    ...objects.map(object),
    `union U = ${some('U', objects, 1).join(' | ')}`,
    `enum E { X ${some('E', ['Y', 'Z']).join(' ')} }`,
    // An input must not need itself, so only the outer one may hold the inner.
    `input Inner { ${inputs('Inner', ['x', 'y'], LEAVES).join(' ')} }`,
    `input Outer { ${inputs('Outer', ['v', 'w'], [...LEAVES, 'Inner', 'Inner!']).join(' ')} }`,
  ].join('\n');
}

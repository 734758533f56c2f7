const MAX_WORD_LETTERS = 60;

/** The words of a text as search sees them: lower case, composed, letters and digits only. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => [...word].slice(0, MAX_WORD_LETTERS).join(''));

/** A word letter by letter: Hangul syllables fall apart into jamo, so that a typo is one letter. */
export const lettersOf = (word: string): string => word.normalize('NFD').replace(/\p{M}+/gu, '');

/**
 * Edits that turn one word into the other; a swap of neighbours is one.
 * Source: Damerau–Levenshtein, optimal string alignment.
 */
export function editDistance(left: string, right: string): number {
  const a = [...left];
  const b = [...right];
  let beforeLast: number[] = [];
  let last = b.map((_, index) => index).concat(b.length);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? (beforeLast[j - 2] ?? 0) + 1
          : Number.POSITIVE_INFINITY;
      row.push(
        Math.min(
          (last[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + 1,
          (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
          swap,
        ),
      );
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** Typos forgiven in a word of so many letters. */
const allowedEdits = (letters: number): number => {
  if (letters < 3) return 0;
  return letters < 7 ? 1 : 2;
};

const HANGUL = /\p{Script=Hangul}/u;
const ENDING = 2;

/**
 * Which of the known words that begin with what was asked are meant. Where the word itself is known,
 * a longer one is only its plural: "mug" is not "mugwort". Korean compounds stay.
 */
export function literalSpellings(asked: string, known: readonly string[]): string[] {
  if (!known.includes(asked) || HANGUL.test(asked)) return [...known];
  return known.filter((word) => word.length <= asked.length + ENDING);
}

/**
 * The known words nearest to a misspelt one; else, in Korean, the longest known word that it begins
 * with, since compounds are one word; none when all are too far.
 */
export function nearest(word: string, known: readonly string[]): string[] {
  const letters = lettersOf(word);
  const limit = allowedEdits(letters.length);
  const distances = known
    .map((each) => ({ each, distance: editDistance(letters, lettersOf(each)) }))
    .filter(({ distance }) => distance <= limit);
  if (distances.length === 0) return HANGUL.test(word) ? stemOf(word, known) : [];
  const best = Math.min(...distances.map(({ distance }) => distance));
  return distances.filter(({ distance }) => distance === best).map(({ each }) => each);
}

function stemOf(word: string, known: readonly string[]): string[] {
  const stems = known.filter((each) => each.length > 1 && word.startsWith(each));
  return stems.sort((a, b) => b.length - a.length).slice(0, 1);
}

/** Words beyond this many in one search are not looked at. */
export const MAX_SEARCH_WORDS = 8;

/** A tsquery: one of each group of spellings, in the notation of PostgreSQL. */
export const tsqueryOf = (groups: readonly (readonly string[])[]): string =>
  groups.map((spellings) => `(${spellings.map((word) => `'${word}'`).join(' | ')})`).join(' & ');

import { sql } from 'drizzle-orm';
import type { Spelling } from '../app/search.ts';
import { lettersOf } from '../domain/search-words.ts';
import { texts } from './conditions.ts';
import type { Ask } from './statements.ts';

/** The known words, by which a search is spelt. */
export const vocabularyReads = (ask: Ask) => ({
  /**
   * Known words that are, or start with, what was asked; Korean ones also where it stands inside,
   * since Korean writes compounds as one word.
   */
  literal: (asked: readonly string[]): Promise<Spelling[]> =>
    ask<Spelling>(sql`/* products.literalWords */
      select asked.word as asked, known.word
      from unnest(${texts(asked)}, ${texts(asked.map(lettersOf))}) asked(word, letters)
      cross join lateral (
        select w.word from words w
        where w.letters like asked.letters || '%'
          or (asked.word ~ '[가-힣]' and w.letters like '%' || asked.letters || '%'
              and strpos(w.word, asked.word) > 0)
        order by w.letters <> asked.letters, length(w.letters), w.word limit 32
      ) known`),

  /** For each word the known ones that share most trigrams with it. */
  alike: (asked: readonly string[]): Promise<Spelling[]> =>
    ask<Spelling>(sql`/* products.alikeWords */
      select asked.word as asked, known.word
      from unnest(${texts(asked)}, ${texts(asked.map(lettersOf))}) asked(word, letters)
      cross join lateral (
        select w.word from words w order by w.letters <-> asked.letters limit 60
      ) known`),
});

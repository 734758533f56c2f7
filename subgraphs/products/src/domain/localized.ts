import { z } from 'zod';

/** Languages in which the shop speaks. */
export type Locale = 'EN' | 'KO';

/** A text in every language of the shop. */
export type Localized = { en: string; ko: string };

export const localized = (maxLength: number) =>
  z.object({
    en: z.string().trim().min(1).max(maxLength),
    ko: z.string().trim().min(1).max(maxLength),
  });

export const inLocale = (text: Localized, locale: Locale): string =>
  locale === 'KO' ? text.ko : text.en;

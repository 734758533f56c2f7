/** A text in every language of the shop. */
export type Localised = { en: string; ko: string };

export const inLocale = (text: Localised, locale: 'EN' | 'KO'): string =>
  locale === 'KO' ? text.ko : text.en;

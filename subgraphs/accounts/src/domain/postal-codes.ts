const FIVE = /^\d{5}$/;
const FOUR = /^\d{4}$/;
const SIX = /^\d{6}$/;

/** Forms by country, of codes in upper case. Source: Universal Postal Union, addressing systems. */
const FORMS: Readonly<Record<string, RegExp>> = {
  KR: FIVE,
  US: /^\d{5}(-\d{4})?$/,
  JP: /^\d{3}-?\d{4}$/,
  CN: SIX,
  SG: SIX,
  IN: /^[1-9]\d{5}$/,
  GB: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/,
  IE: /^[A-Z\d]{3} ?[A-Z\d]{4}$/,
  CA: /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/,
  AU: FOUR,
  NZ: FOUR,
  AT: FOUR,
  BE: FOUR,
  CH: FOUR,
  DK: FOUR,
  NO: FOUR,
  DE: FIVE,
  ES: FIVE,
  FI: FIVE,
  FR: FIVE,
  IT: FIVE,
  MX: FIVE,
  TH: FIVE,
  NL: /^\d{4} ?[A-Z]{2}$/,
  PL: /^\d{2}-\d{3}$/,
  PT: /^\d{4}-\d{3}$/,
  SE: /^\d{3} ?\d{2}$/,
  BR: /^\d{5}-?\d{3}$/,
};

/** Countries whose form is not listed: anything that a letter can carry. */
const ANY = /^[A-Z\d][A-Z\d -]{1,10}$/;

export const isPostalCode = (country: string, code: string): boolean =>
  (FORMS[country] ?? ANY).test(code);

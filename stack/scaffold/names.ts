export type Names = { plural: string; singular: string; typePlural: string; typeSingular: string };

/** A name that cannot become a subgraph; the message says which would. */
export class NameRejected extends Error {
  override readonly name = 'NameRejected';
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The forms that a subgraph's name takes in its files. Throws NameRejected. */
export function namesOf(plural: string, taken: readonly string[]): Names {
  if (!/^[a-z]{3,30}$/.test(plural) || !plural.endsWith('s') || plural.endsWith('ss')) {
    throw new NameRejected('Name the subgraph by one plural English word in lower case: reviews.');
  }
  if (taken.includes(plural)) throw new NameRejected(`There is a subgraph ${plural} already.`);
  const singular = plural.endsWith('ies') ? `${plural.slice(0, -3)}y` : plural.slice(0, -1);
  return {
    plural,
    singular,
    typePlural: capitalised(plural),
    typeSingular: capitalised(singular),
  };
}

/** A template's text with its placeholders filled in; file names have the same placeholders. */
export const filled = (template: string, names: Names): string =>
  template
    .replaceAll('__plural__', names.plural)
    .replaceAll('__singular__', names.singular)
    .replaceAll('__Plural__', names.typePlural)
    .replaceAll('__Singular__', names.typeSingular);

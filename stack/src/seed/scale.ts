import type { Motif, Option, Palette, ProductSource, Text } from './catalogue/authoring.ts';
import { products } from './catalogue/catalogue.ts';
import { attributes, colourNames } from './catalogue/words.ts';
import { expand } from './expand.ts';
import { type Random, seededRandom } from './random.ts';
import type { ProductRecord } from './records.ts';
import { adjectives, makers, nouns, remarks, series } from './scale-words.ts';

const isPalette = (code: string): code is Palette => code in colourNames;

/** The colours in which the catalogue shows each motif: for these there are drawings. */
function drawnPalettes(sources: readonly ProductSource[]): Map<Motif, Palette[]> {
  const drawn = new Map<Motif, Set<Palette>>();
  for (const { motif, palette, options } of sources) {
    const colours = options?.find(({ code }) => code === 'colour')?.values;
    const codes = colours?.map(({ code }) => code).filter(isPalette) ?? [palette];
    drawn.set(motif, new Set([...(drawn.get(motif) ?? []), ...codes]));
  }
  return new Map([...drawn].map(([motif, palettes]) => [motif, [...palettes]]));
}

/** Between 60 % and 160 % of the model, ending as prices do. */
function priceLike(model: ProductSource['price'], random: Random): ProductSource['price'] {
  const factor = 0.6 + random.next();
  const [krw, usd, eur] = model.map((amount) => amount * factor) as [number, number, number];
  const round = (amount: number, to: number) => Math.max(to, Math.round(amount / to) * to);
  return [round(krw, 500), round(usd, 50), round(eur, 50)];
}

function optionsLike(model: ProductSource, palettes: readonly Palette[], random: Random): Option[] {
  const others = model.options?.filter(({ code }) => code !== 'colour') ?? [];
  const chosen = random.sample(palettes, random.whole(1, 4));
  if (chosen.length < 2) return others;
  const values = chosen.map((code) => ({ code, name: colourNames[code] }));
  return [{ code: 'colour', values }, ...others];
}

function nameOf(model: ProductSource, random: Random): { title: Text; words: string } {
  const adjective = random.pick(adjectives);
  const named = random.pick(series);
  const noun = nouns[model.motif];
  const material = attributes.material?.values[model.attributes?.material ?? ''];
  const title = ([0, 1] as const).map((language) =>
    [named, adjective, ...(material ? [material] : []), noun]
      .map((word) => word[language])
      .join(' '),
  );
  const [en = '', ko = ''] = title;
  return { title: [en, ko], words: slugOf(`${named[0]} ${adjective[0]} ${noun[0]}`) };
}

const slugOf = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

/**
 * Made-up products after the pattern of the catalogue's, as many as wanted: the first hundred are
 * the same whether a hundred or a million are asked for.
 */
export function* generateProducts(count: number): Generator<ProductRecord> {
  const models = products.filter(({ draft }) => draft !== true);
  const drawn = drawnPalettes(models);
  const random = seededRandom('generated products');
  for (let index = 1; index <= count; index += 1) {
    const model = random.pick(models);
    const palettes = drawn.get(model.motif) ?? [model.palette];
    const { title, words } = nameOf(model, random);
    const [en, ko] = random.pick(remarks);
    yield expand({
      slug: `${words}-${index}`,
      sku: `GEN-${String(index).padStart(7, '0')}`,
      category: model.category,
      brand: random.pick(makers),
      title,
      description: [en, ko],
      price: priceLike(model.price, random),
      grams: Math.max(1, Math.round(model.grams * (0.7 + random.next() * 0.6))),
      motif: model.motif,
      palette: random.pick(palettes),
      options: optionsLike(model, palettes, random),
      ...(model.attributes === undefined ? {} : { attributes: model.attributes }),
      tags: random.chance(0.2) ? ['new'] : [],
    });
  }
}

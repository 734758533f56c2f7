/** A text in English and in Korean. */
export type Text = readonly [en: string, ko: string];

/** The drawings that stack/src/seed/draw knows. */
export type Motif =
  | 'mug'
  | 'cup'
  | 'bowl'
  | 'plate'
  | 'teapot'
  | 'kettle'
  | 'carafe'
  | 'glass'
  | 'vase'
  | 'dripper'
  | 'grinder'
  | 'tin'
  | 'knife'
  | 'pan'
  | 'pot'
  | 'board'
  | 'apron'
  | 'jar'
  | 'towel'
  | 'blanket'
  | 'pillow'
  | 'rug'
  | 'shirt'
  | 'sweater'
  | 'jacket'
  | 'trousers'
  | 'dress'
  | 'socks'
  | 'hat'
  | 'scarf'
  | 'shoes'
  | 'tote'
  | 'backpack'
  | 'pouch'
  | 'notebook'
  | 'pen'
  | 'tape'
  | 'cards'
  | 'book'
  | 'lamp'
  | 'pendant'
  | 'candle'
  | 'chair'
  | 'stool'
  | 'table'
  | 'shelf'
  | 'basket'
  | 'mirror'
  | 'clock'
  | 'soap'
  | 'bottle'
  | 'brush'
  | 'tent'
  | 'flask'
  | 'lantern'
  | 'game'
  | 'puzzle'
  | 'plush'
  | 'headphones'
  | 'speaker'
  | 'radio'
  | 'keyboard'
  | 'plant'
  | 'watering-can';

/** The colourings of a drawing; also the colour options of products. */
export type Palette =
  | 'ink'
  | 'clay'
  | 'sage'
  | 'sand'
  | 'plum'
  | 'sky'
  | 'rose'
  | 'moss'
  | 'amber'
  | 'snow'
  | 'coal';

export type OptionCode =
  | 'colour'
  | 'size'
  | 'volume'
  | 'material'
  | 'scent'
  | 'layout'
  | 'pack'
  | 'language';

export type OptionValue = {
  /** Short, lower case: it becomes the end of the SKU. A colour's code is its palette. */
  code: string;
  name: Text;
  /** What this value adds to the price, minor units of KRW, USD, EUR. */
  adds?: readonly [krw: number, usd: number, eur: number];
  /** What this value adds to the weight. */
  addsGrams?: number;
};

export type Option = { code: OptionCode; values: readonly OptionValue[] };

/** A product as a person writes it; expand.ts turns it into a record with variants. */
export type ProductSource = {
  slug: string;
  /** Start of every SKU, upper case, unique: `MUG-HASA`. */
  sku: string;
  category: string;
  brand: string;
  title: Text;
  /** Two or three sentences, in each language. */
  description: Text;
  /** Minor units of KRW, USD, EUR, tax included. */
  price: readonly [krw: number, usd: number, eur: number];
  grams: number;
  motif: Motif;
  /** Of the first picture, where there is no colour option. */
  palette: Palette;
  options?: readonly Option[];
  /** Facets that are the same for every variant, by attribute code and value code. */
  attributes?: Readonly<Record<string, string>>;
  tags?: readonly string[];
  /** Units of each variant, in turn; a shorter list starts over. Default: made up by the slug. */
  stock?: readonly number[];
  draft?: boolean;
};

export type CategorySource = {
  slug: string;
  parent: string | null;
  name: Text;
  description: Text;
};

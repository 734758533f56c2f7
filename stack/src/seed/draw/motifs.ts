import type { Motif } from '../catalogue/authoring.ts';
import { care } from './motifs-care.ts';
import { clothes } from './motifs-clothes.ts';
import { electronics } from './motifs-electronics.ts';
import { kitchen } from './motifs-kitchen.ts';
import { paper } from './motifs-paper.ts';
import { furniture, light } from './motifs-room.ts';
import { tableware } from './motifs-tableware.ts';
import { tea } from './motifs-tea.ts';
import { textiles } from './motifs-textiles.ts';
import { worn } from './motifs-worn.ts';
import type { Tones } from './palettes.ts';

/** How to draw each thing, in any colours: the elements inside the frame. */
export const motifs: Readonly<Record<Motif, (tones: Tones) => string>> = {
  ...tableware,
  ...tea,
  ...kitchen,
  ...textiles,
  ...worn,
  ...clothes,
  ...paper,
  ...light,
  ...furniture,
  ...care,
  ...electronics,
};

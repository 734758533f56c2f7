import type { Motif } from '../catalogue/authoring.ts';
import { care, electronics } from './motifs-care.ts';
import { clothes } from './motifs-clothes.ts';
import { kitchen } from './motifs-kitchen.ts';
import { paper } from './motifs-paper.ts';
import { furniture, light } from './motifs-room.ts';
import { tableware } from './motifs-tableware.ts';
import { tea } from './motifs-tea.ts';
import { textiles, worn } from './motifs-textiles.ts';
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

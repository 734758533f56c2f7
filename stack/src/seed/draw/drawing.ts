import type { Motif, Palette } from '../catalogue/authoring.ts';
import { productRecords } from '../catalogue-records.ts';
import { motifs } from './motifs.ts';
import { palettes } from './palettes.ts';
import { circle } from './shapes.ts';

/** A whole SVG file: the thing on a tinted ground. */
export function drawing(motif: Motif, palette: Palette): string {
  const tones = palettes[palette];
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640">',
    `<path fill="${tones.back}" d="M0 0h640v640H0z"/>`,
    circle(320, 310, 270, tones.glow),
    motifs[motif](tones),
    '</svg>\n',
  ].join('');
}

const isMotif = (word: string): word is Motif => word in motifs;
const isPalette = (word: string): word is Palette => word in palettes;

/** The text of a file such as `watering-can-sky.svg`. Throws Error for a name it cannot draw. */
export function drawingFor(file: string): string {
  const [, motif = '', palette = ''] = /^(.+)-([a-z]+)\.svg$/.exec(file) ?? [];
  if (isMotif(motif) && isPalette(palette)) return drawing(motif, palette);
  throw new Error(`There is no drawing for ${file}.`);
}

/** The pictures that the catalogue shows, each once, sorted. */
export const wantedFiles = (): string[] => {
  const files = productRecords().flatMap(({ images }) => images.map(({ file }) => file));
  return [...new Set(files)].sort();
};

import type { Palette } from '../catalogue/authoring.ts';

/** The colours of one drawing, from dark to pale, on a background that goes with them. */
export type Tones = {
  back: string;
  glow: string;
  dark: string;
  deep: string;
  main: string;
  light: string;
  pale: string;
  accent: string;
};

const tones = (
  back: string,
  glow: string,
  dark: string,
  deep: string,
  main: string,
  light: string,
  pale: string,
  accent: string,
): Tones => ({ back, glow, dark, deep, main, light, pale, accent });

export const palettes: Readonly<Record<Palette, Tones>> = {
  ink: tones(
    '#e3e7ee',
    '#f0f3f8',
    '#161f36',
    '#212d4b',
    '#33436b',
    '#5b6e9c',
    '#c3cde3',
    '#e8a15b',
  ),
  clay: tones(
    '#f4e3d7',
    '#fbf0e7',
    '#6d2f1a',
    '#98442a',
    '#c4623f',
    '#dd8a67',
    '#f5cbb5',
    '#3f6b6a',
  ),
  sage: tones(
    '#e3eadf',
    '#f0f5ed',
    '#35503f',
    '#55755d',
    '#7d9f82',
    '#a5c0a5',
    '#d8e6d5',
    '#d9805a',
  ),
  sand: tones(
    '#f0e9dc',
    '#f9f4ea',
    '#77603c',
    '#a38a5f',
    '#cbb287',
    '#e0cda9',
    '#f6ecd6',
    '#58748c',
  ),
  plum: tones(
    '#ece1ea',
    '#f7eff5',
    '#3f1d40',
    '#5d2f5e',
    '#834a83',
    '#ab76a9',
    '#e2c6df',
    '#e4a94f',
  ),
  sky: tones(
    '#deebf3',
    '#eef6fa',
    '#1f4f70',
    '#357399',
    '#5c9fc6',
    '#90c2de',
    '#d3e8f4',
    '#f0a15a',
  ),
  rose: tones(
    '#f7e2e3',
    '#fdf0f0',
    '#7d2f41',
    '#ad4d60',
    '#d97b89',
    '#eca5ad',
    '#fad7d9',
    '#4d7668',
  ),
  moss: tones(
    '#e6e8d6',
    '#f3f4e8',
    '#2f3b1b',
    '#47582a',
    '#687c3e',
    '#93a566',
    '#d6dfb8',
    '#d9844a',
  ),
  amber: tones(
    '#f8ead0',
    '#fdf5e4',
    '#7d4709',
    '#b06c13',
    '#e09a2b',
    '#f0bd63',
    '#fce3b0',
    '#3c5f79',
  ),
  snow: tones(
    '#ccd7e3',
    '#d9e2eb',
    '#6d7d94',
    '#a6b4c5',
    '#f4f7fa',
    '#ffffff',
    '#d0dbe7',
    '#d98a63',
  ),
  coal: tones(
    '#e4e1dd',
    '#f0eeeb',
    '#17181b',
    '#26282c',
    '#3c3f45',
    '#62666e',
    '#b9bcc2',
    '#e07f42',
  ),
};

/** Things that look the same in every colour. */
export const WOOD = { dark: '#8a5c35', main: '#b98250', light: '#d3a272' } as const;
export const METAL = { dark: '#7d8793', main: '#b3bcc6', light: '#dfe4e9' } as const;
export const PAPER = { main: '#fffaf0', shade: '#e9dfcc' } as const;
export const LEAF = { dark: '#3f6b45', main: '#5d9160', light: '#88b583' } as const;
export const FLAME = { main: '#f6a623', light: '#ffe08a' } as const;

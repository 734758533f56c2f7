import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawingFor, wantedFiles } from './drawing.ts';
import { motifs } from './motifs.ts';
import { palettes } from './palettes.ts';

const folder = path.resolve(import.meta.dirname, '../../../../subgraphs/products/images');
const wanted = wantedFiles();
const again = 'Run: node stack/src/seed/draw/main.ts';

describe('pictures', () => {
  test('every picture of the catalogue is there, and no other', async () => {
    expect((await readdir(folder)).sort(), again).toEqual(wanted);
  });

  test('the files are what the drawings draw', async () => {
    const stale = await Promise.all(
      wanted.map(async (file) => {
        const drawn = await readFile(path.join(folder, file), 'utf8');
        return drawn === drawingFor(file) ? [] : [file];
      }),
    );
    expect(stale.flat(), again).toEqual([]);
  });

  test('a file that no motif or palette explains is refused', () => {
    expect(() => drawingFor('mug-neon.svg')).toThrow('mug-neon.svg');
    expect(() => drawingFor('dragon-ink.svg')).toThrow('dragon-ink.svg');
  });
});

describe('drawings', () => {
  const all = Object.keys(motifs).flatMap((motif) =>
    Object.keys(palettes).map((palette) => [motif, drawingFor(`${motif}-${palette}.svg`)] as const),
  );

  test('they are small and have neither gaps in their numbers nor scripts', () => {
    for (const [motif, svg] of all) {
      expect(svg.length, motif).toBeLessThan(4_500);
      expect(svg, motif).not.toMatch(/undefined|NaN|<script|href/);
    }
  });

  test('every element is closed', () => {
    for (const [motif, svg] of all) {
      const opened = svg.match(/<[a-z][^>]*[^/]>/g)?.length;
      expect(opened, motif).toBe(svg.match(/<\//g)?.length);
    }
  });

  test('they differ by motif and by palette', () => {
    expect(new Set(all.map(([, svg]) => svg)).size).toBe(all.length);
  });
});

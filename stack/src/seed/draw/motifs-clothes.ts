import type { Tones } from './palettes.ts';
import { circle, faint, line, rect, repeat, shape, shine } from './shapes.ts';

const cast = (d: string): string =>
  `<g transform="translate(10 14)" opacity=".14">${shape(d, '#1b1b2a')}</g>`;

const TOP =
  'M240 120 q80 40 160 0 l84 36 q28 12 36 42 l46 210 q4 22 -18 28 l-50 12 q-20 4 -24 -16 l-26 -110 v210 q0 24 -24 24 h-208 q-24 0 -24 -24 v-210 l-26 110 q-4 20 -24 16 l-50 -12 q-22 -6 -18 -28 l46 -210 q8 -30 36 -42z';

export const clothes = {
  shirt: (t: Tones) =>
    cast(TOP) +
    shape(TOP, t.main) +
    shape('M448 322 v210 q0 24 -24 24 h-40 q24 -130 64 -234z', t.deep) +
    shape('M192 322 v210 q0 24 24 24 h20 q-10 -130 -44 -234z', t.deep) +
    rect(306, 160, 28, 396, 0, t.light) +
    shape('M240 118 l80 52 l-46 50 l-52 -84z', t.pale) +
    shape('M400 118 l-80 52 l46 50 l52 -84z', t.pale) +
    repeat(5, (i) => circle(320, 236 + i * 66, 8, t.dark)) +
    rect(360, 260, 66, 74, 8, t.light) +
    line('M360 280 h66', t.deep, 5) +
    line('M70 408 l78 20 M570 408 l-78 20', t.light, 10),
  sweater: (t: Tones) =>
    cast(TOP) +
    shape(TOP, t.main) +
    shape('M448 322 v210 q0 24 -24 24 h-36 q30 -130 60 -234z', t.deep) +
    shape('M192 300 h256 v56 h-256z', t.light) +
    repeat(8, (i) => shape(`M${192 + i * 32} 356 l16 -28 l16 28z`, t.pale)) +
    repeat(8, (i) => shape(`M${192 + i * 32} 300 l16 24 l16 -24z`, t.accent)) +
    shape('M240 116 q80 56 160 0 l14 24 q-94 76 -188 0z', t.deep) +
    rect(190, 516, 260, 44, 14, t.deep) +
    repeat(10, (i) => line(`M${206 + i * 25} 526 v24`, t.light, 6)) +
    line('M72 402 l76 18 M568 402 l-76 18', t.deep, 26) +
    shine('M150 210 l-30 130', 10),
  jacket: (t: Tones) =>
    cast(TOP) +
    shape(TOP, t.main) +
    shape('M192 322 v210 q0 24 24 24 h20 q-10 -130 -44 -234z', t.deep) +
    shape('M448 322 v210 q0 24 -24 24 h-30 q24 -130 54 -234z', t.deep) +
    shape('M236 112 q84 30 168 0 l12 70 q-96 -40 -192 0z', t.dark) +
    shape('M274 136 h92 l-46 70z', '#fffaf0') +
    shape('M230 122 l90 84 l-54 60 l-54 -124z', t.light) +
    shape('M410 122 l-90 84 l54 60 l54 -124z', t.light) +
    line('M320 206 v346', t.dark, 8) +
    repeat(4, (i) => circle(344, 270 + i * 72, 10, t.accent)) +
    rect(212, 420, 84, 22, 8, t.light) +
    rect(356, 420, 76, 22, 8, t.light) +
    line('M70 406 l78 20 M570 406 l-78 20', t.dark, 14),
  trousers: (t: Tones) => {
    const legs =
      'M214 96 h212 q16 0 18 18 l40 410 q2 30 -26 30 h-66 q-22 0 -26 -24 l-46 -260 l-46 260 q-4 24 -26 24 h-66 q-28 0 -26 -30 l40 -410 q2 -18 18 -18z';
    return (
      cast(legs) +
      shape(legs, t.main) +
      shape('M320 150 h120 l44 374 q2 30 -26 30 h-66 q-22 0 -26 -24 l-46 -260z', t.deep) +
      shape('M320 150 h70 q-10 90 -70 120z', t.main) +
      rect(204, 92, 232, 46, 12, t.dark) +
      circle(320, 116, 10, t.accent) +
      line('M320 140 v120', t.dark, 7) +
      line('M212 176 q44 0 54 -36 M428 176 q-44 0 -54 -36', t.light, 8) +
      line('M170 506 h84 M470 506 h-84', t.light, 9) +
      repeat(2, (i) => rect(236 + i * 152, 86, 16, 58, 5, t.light)) +
      shine('M226 230 l-24 220', 9)
    );
  },
  dress: (t: Tones) => {
    const gown =
      'M236 84 h34 q50 60 100 0 h34 l14 90 q-24 60 -22 110 l96 240 q8 24 -18 30 q-154 34 -308 0 q-26 -6 -18 -30 l96 -240 q2 -50 -22 -110z';
    return (
      cast(gown) +
      shape(gown, t.main) +
      shape('M396 284 l96 240 q8 24 -18 30 q-40 9 -80 13 q10 -160 -40 -283z', t.deep) +
      rect(240, 268, 160, 32, 10, t.accent) +
      line('M300 320 q-30 110 -70 224 M330 320 q10 120 0 236', t.light, 9) +
      line('M154 530 q166 42 332 0', t.pale, 9) +
      repeat(6, (i) => circle(246 + ((i * 67) % 170), 370 + ((i * 43) % 140), 8, t.pale)) +
      line('M268 86 q52 66 104 0', t.light, 10) +
      faint(0.9, line('M240 200 q10 36 12 60', t.light, 6))
    );
  },
};

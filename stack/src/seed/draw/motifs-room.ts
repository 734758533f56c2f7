import { FLAME, METAL, type Tones, WOOD } from './palettes.ts';
import { circle, faint, floor, line, oval, rect, repeat, shape, shine, strokes } from './shapes.ts';

const halo = (x: number, y: number, r: number): string =>
  faint(0.45, circle(x, y, r, FLAME.light)) +
  faint(0.5, circle(x, y, Math.round(r * 0.66), '#fff3c9'));

export const light = {
  lamp: (t: Tones) =>
    floor(240) +
    faint(0.6, shape('M224 290 h192 l110 238 h-412z', FLAME.light)) +
    line('M320 280 v226', WOOD.main, 22) +
    oval(320, 512, 104, 22, t.dark) +
    oval(320, 504, 104, 20, t.deep) +
    shape(
      'M246 94 h148 q16 0 22 18 l58 168 q6 22 -16 22 h-276 q-22 0 -16 -22 l58 -168 q6 -18 22 -18z',
      t.main,
    ) +
    shape('M360 94 h34 q16 0 22 18 l58 168 q6 22 -16 22 h-60 q10 -100 -38 -208z', t.deep) +
    line('M172 284 h296', t.pale, 10) +
    line('M376 306 v64', t.accent, 5) +
    circle(376, 380, 11, t.accent) +
    shine('M256 130 l-38 110', 12),
  pendant: (t: Tones) =>
    rect(260, 0, 120, 22, 8, t.dark) +
    line('M320 10 v190', t.dark, 9) +
    faint(0.55, shape('M140 372 h360 l100 268 h-560z', FLAME.light)) +
    rect(288, 176, 64, 50, 14, METAL.main) +
    circle(320, 384, 48, '#fff3c9') +
    shape('M120 384 q0 -170 200 -170 t200 170 q0 12 -14 12 h-372 q-14 0 -14 -12z', t.main) +
    shape('M390 224 q130 36 130 160 q0 12 -14 12 h-70 q0 -110 -46 -172z', t.deep) +
    rect(116, 378, 408, 22, 11, t.light) +
    shine('M164 342 q14 -66 80 -90'),
  candle: (t: Tones) =>
    halo(320, 130, 108) +
    floor(280) +
    shape('M320 60 q50 62 34 104 q-10 26 -34 26 t-34 -26 q-16 -42 34 -104z', FLAME.main) +
    shape('M320 108 q24 34 16 58 q-6 14 -16 14 t-16 -14 q-8 -24 16 -58z', FLAME.light) +
    line('M320 184 v44', '#4a3a2a', 9) +
    rect(196, 228, 248, 298, 36, t.main) +
    shape('M376 240 h32 q36 0 36 36 v214 q0 36 -36 36 h-32z', t.deep) +
    oval(320, 242, 124, 28, t.light) +
    oval(320, 244, 102, 18, '#fff3d6') +
    rect(240, 330, 160, 124, 14, '#fffaf0') +
    line('M276 372 h88 M292 410 h56', t.deep, 10) +
    shine('M220 300 v160', 12),
  lantern: (t: Tones) =>
    line('M220 190 q0 -120 100 -120 t100 120', METAL.dark, 14) +
    floor(300) +
    shape('M216 190 h208 l24 46 h-256z', t.main) +
    rect(286, 150, 68, 46, 12, t.deep) +
    rect(206, 236, 228, 214, 20, '#fff3c9') +
    faint(0.7, circle(320, 346, 84, FLAME.light)) +
    shape('M320 280 q44 60 28 98 q-8 22 -28 22 t-28 -22 q-16 -38 28 -98z', FLAME.main) +
    shape('M320 330 q20 28 12 50 q-4 10 -12 10 t-12 -10 q-8 -22 12 -50z', '#fff') +
    line('M214 240 v210 M426 240 v210', t.deep, 16) +
    line('M214 240 L426 450 M426 240 L214 450', METAL.dark, 5) +
    rect(186, 440, 268, 40, 14, t.main) +
    shape('M206 476 h228 l14 52 h-256z', t.deep) +
    shine('M230 212 h120', 8),
};

/** Where the willow shows, in four rows of eleven, seen from outside. */
function weave(index: number): string {
  const row = Math.floor(index / 11);
  const wide = 326 - row * 16;
  return `M${Math.round(320 - wide / 2 + ((index % 11) * wide) / 10)} ${330 + row * 48} v14`;
}

export const furniture = {
  chair: (t: Tones) =>
    floor(400, 320, 532) +
    shape('M176 96 q-6 -30 26 -30 h236 q32 0 26 30 l-34 330 h-220z', WOOD.dark) +
    shape('M176 86 q-6 -30 26 -30 h236 q32 0 26 30 l-34 330 h-220z', WOOD.main) +
    shape('M212 104 q-2 -16 16 -16 h184 q18 0 16 16 l-24 230 h-168z', t.main) +
    shape('M400 88 h12 q18 0 16 16 l-24 230 h-40 q30 -110 36 -246z', t.deep) +
    line('M320 130 v130 M272 150 v90 M368 150 v90', t.light, 9) +
    shape('M160 392 h320 l44 112 q6 24 -22 24 h-364 q-28 0 -22 -24z', WOOD.dark) +
    shape(
      'M172 372 q4 -20 24 -20 h248 q20 0 24 20 l42 94 q8 34 -26 34 h-328 q-34 0 -26 -34z',
      t.light,
    ) +
    shape('M130 466 q190 30 380 0 q8 34 -26 34 h-328 q-34 0 -26 -34z', t.deep) +
    shine('M206 378 h130', 10),
  stool: (t: Tones) =>
    floor(300) +
    line('M270 290 L246 516 M370 290 L394 516', WOOD.dark, 20) +
    line('M210 290 L166 524 M430 290 L474 524', WOOD.main, 26) +
    line('M190 424 h260', WOOD.dark, 16) +
    rect(152, 246, 336, 58, 28, t.deep) +
    oval(320, 244, 168, 42, t.main) +
    oval(312, 238, 132, 28, t.light) +
    shine('M206 238 q40 -18 96 -20', 9),
  table: (t: Tones) =>
    floor(460) +
    line('M176 330 v170 M464 330 v170', WOOD.dark, 20) +
    rect(96, 336, 36, 190, 12, WOOD.main) +
    rect(508, 336, 36, 190, 12, WOOD.main) +
    rect(100, 330, 440, 48, 8, t.deep) +
    shape('M120 262 h400 l56 66 h-512z', t.main) +
    rect(60, 322, 520, 26, 12, t.light) +
    shape(
      'M290 190 h60 q6 30 16 40 q20 46 -20 56 h-52 q-40 -10 -20 -56 q10 -10 16 -40z',
      t.accent,
    ) +
    line('M318 190 q-6 -60 -40 -88 M322 190 q4 -60 40 -96', '#5d9160', 8) +
    oval(272, 98, 20, 13, '#5d9160') +
    oval(368, 88, 20, 13, '#88b583') +
    oval(452, 288, 56, 13, '#fffaf0') +
    shine('M150 286 h80', 8),
  shelf: (t: Tones) =>
    floor(360, 320, 560) +
    rect(150, 84, 340, 470, 12, t.back) +
    rect(150, 84, 340, 470, 12, t.pale) +
    rect(140, 76, 26, 480, 10, t.deep) +
    rect(474, 76, 26, 480, 10, t.deep) +
    repeat(4, (i) => rect(140, 80 + i * 148, 360, 26, 8, t.main)) +
    repeat(5, (i) =>
      rect(
        182 + i * 34,
        136 + (i % 3) * 12,
        28,
        92 - (i % 3) * 12,
        5,
        [t.main, t.accent, t.deep, t.light, '#fffaf0'][i] ?? t.main,
      ),
    ) +
    circle(418, 196, 32, t.accent) +
    shape('M196 376 q-6 -54 30 -62 q36 8 30 62z', t.light) +
    rect(300, 320, 144, 56, 10, WOOD.main) +
    line('M348 346 h48', WOOD.dark, 8) +
    rect(194, 470, 64, 54, 10, t.accent) +
    shape('M226 474 q-50 -40 -26 -74 q20 20 26 50 q6 -40 30 -56 q16 40 -30 80z', '#5d9160') +
    repeat(3, (i) =>
      rect(330, 500 - i * 24, 110 - i * 10, 22, 5, [t.deep, t.light, t.main][i] ?? t.main),
    ),
  basket: (t: Tones) =>
    floor(340) +
    line('M196 280 q0 -190 124 -190 t124 190', t.deep, 24) +
    shape('M170 276 q50 -60 100 -30 q50 -60 110 -10 q50 -30 90 40z', '#fffaf0') +
    shape('M140 280 h360 l-34 206 q-8 42 -50 42 h-192 q-42 0 -50 -42z', t.main) +
    strokes(22, (i) => weave(i * 2), t.light, 26) +
    strokes(22, (i) => weave(i * 2 + 1), t.deep, 26) +
    rect(126, 262, 388, 44, 22, t.deep) +
    strokes(11, (i) => `M${150 + i * 34} 272 l14 24`, t.light, 7),
  mirror: (t: Tones) =>
    floor(340) +
    rect(150, 430, 340, 98, 16, WOOD.dark) +
    rect(150, 424, 340, 94, 16, WOOD.main) +
    rect(190, 446, 260, 52, 10, WOOD.light) +
    circle(320, 472, 11, t.dark) +
    line('M204 430 L214 254 M436 430 L426 254', WOOD.dark, 18) +
    oval(320, 244, 144, 174, t.deep) +
    oval(320, 236, 144, 174, t.main) +
    oval(320, 238, 116, 146, '#dcebf2') +
    shape('M232 142 a116 146 0 0 1 130 -42 l-152 196 a116 146 0 0 1 22 -154z', '#f3f9fc') +
    shape('M398 130 q14 16 24 38 l-142 190 q-20 -8 -34 -24z', '#f3f9fc') +
    circle(210, 250, 12, t.accent) +
    circle(430, 250, 12, t.accent) +
    shine('M190 190 q18 -76 74 -108', 10),
  clock: (t: Tones) =>
    floor(260, 320, 556) +
    circle(320, 316, 222, t.deep) +
    circle(320, 308, 222, t.main) +
    circle(320, 308, 180, '#fffaf0') +
    repeat(12, (i) => {
      const [x, y] = [Math.sin(i * 0.5236), -Math.cos(i * 0.5236)];
      const at = (r: number) => `${Math.round(320 + r * x)} ${Math.round(308 + r * y)}`;
      return line(
        `M${at(i % 3 ? 156 : 142)} L${at(164)}`,
        i % 3 ? t.light : t.deep,
        i % 3 ? 7 : 12,
      );
    }) +
    line('M320 308 L242 252', t.dark, 18) +
    line('M320 308 L388 196', t.dark, 13) +
    line('M320 330 L332 430', t.accent, 6) +
    circle(320, 308, 16, t.accent) +
    shine('M136 250 q26 -82 96 -124', 12),
};

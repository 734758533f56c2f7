import type { Tones } from './palettes.ts';
import { circle, faint, floor, line, oval, rect, repeat, shape, shine } from './shapes.ts';

export const tableware = {
  mug: (t: Tones) =>
    floor(330, 300) +
    line('M425 290 q95 0 95 72 q0 76 -104 76', t.deep, 34) +
    shape('M160 220 h280 v230 q0 76 -76 76 h-128 q-76 0 -76 -76z', t.main) +
    shape('M370 220 h70 v230 q0 76 -76 76 h-40 q46 -20 46 -90z', t.deep) +
    shape('M160 400 q70 34 140 4 t140 2 v44 q0 76 -76 76 h-128 q-76 0 -76 -76z', t.light) +
    oval(300, 220, 140, 34, t.light) +
    oval(300, 224, 118, 24, t.dark) +
    oval(300, 230, 104, 16, '#6b4528') +
    shine('M196 290 v90') +
    faint(
      0.5,
      line('M270 160 q-18 -24 0 -46 t0 -44', '#fff', 12) +
        line('M330 160 q-18 -24 0 -46 t0 -44', '#fff', 12),
    ),
  cup: (t: Tones) =>
    floor(280) +
    shape('M198 270 h244 l-26 210 q-6 48 -56 48 h-80 q-50 0 -56 -48z', t.main) +
    shape('M370 270 h72 l-26 210 q-6 48 -56 48 h-30 q28 -20 32 -60z', t.deep) +
    shape('M204 320 q60 44 120 12 t112 -6 l-6 46 q-56 -26 -108 4 t-112 -4z', t.pale) +
    oval(320, 270, 122, 30, t.light) +
    oval(320, 274, 102, 20, t.dark) +
    oval(320, 280, 88, 13, '#a9b46a') +
    rect(264, 512, 112, 18, 9, t.dark) +
    shine('M236 400 l8 62', 12),
  bowl: (t: Tones) =>
    floor(300) +
    rect(248, 488, 144, 38, 12, t.deep) +
    shape('M120 290 h400 q0 210 -200 210 t-200 -210z', t.main) +
    shape('M430 290 h90 q0 210 -200 210 q110 -40 110 -210z', t.deep) +
    oval(320, 290, 200, 50, t.light) +
    oval(320, 296, 176, 38, t.dark) +
    shape('M160 300 q40 -70 160 -70 t160 70 q-40 36 -160 36 t-160 -36z', '#fffaf0') +
    repeat(9, (i) => oval(220 + i * 25, 262 + (i % 3) * 16, 11, 6, '#ece1cd')) +
    line('M130 340 q190 60 380 0', t.pale, 10) +
    shine('M170 370 q18 46 52 72'),
  plate: (t: Tones) =>
    floor(420, 320, 540) +
    circle(320, 320, 212, t.deep) +
    circle(320, 312, 212, t.main) +
    circle(320, 312, 188, t.light) +
    circle(320, 316, 138, t.deep) +
    circle(320, 318, 134, t.main) +
    shape('M186 318 q66 44 134 10 t134 -10 a134 134 0 0 1 -268 0z', t.pale) +
    shine('M166 232 q36 -70 104 -98'),
  glass: (t: Tones) =>
    floor(240) +
    faint(0.55, shape('M212 130 h216 l-20 360 q-2 38 -40 38 h-96 q-38 0 -40 -38z', t.light)) +
    shape('M220 270 h200 l-12 216 q-2 24 -36 24 h-104 q-34 0 -36 -24z', t.main) +
    shape('M380 270 h40 l-12 216 q-2 24 -36 24 h-20 q20 -20 22 -60z', t.deep) +
    oval(320, 270, 100, 20, t.light) +
    `<rect x="262" y="240" width="62" height="62" rx="12" fill="#fff" opacity=".7" transform="rotate(-14 293 271)"/>` +
    `<rect x="330" y="280" width="56" height="56" rx="12" fill="#fff" opacity=".5" transform="rotate(18 358 308)"/>` +
    line('M350 270 L396 84', t.accent, 14) +
    line('M212 130 a108 20 0 0 0 216 0 a108 20 0 0 0 -216 0', t.deep, 7) +
    repeat(5, (i) => circle(262 + i * 26, 380 + ((i * 53) % 90), 6 + (i % 2) * 3, t.pale)) +
    shine('M242 190 l14 250', 12),
  carafe: (t: Tones) =>
    floor(260) +
    shape(
      'M270 190 h100 v60 q0 40 40 84 q34 40 34 98 q0 96 -90 96 h-68 q-90 0 -90 -96 q0 -58 34 -98 q40 -44 40 -84z',
      t.main,
    ) +
    shape(
      'M340 190 h30 v60 q0 40 40 84 q34 40 34 98 q0 96 -90 96 h-20 q50 -30 50 -96 q0 -56 -26 -96 q-18 -30 -18 -86z',
      t.deep,
    ) +
    shape('M204 404 q58 28 116 0 t118 0 q6 124 -84 124 h-68 q-92 0 -82 -124z', t.light) +
    rect(256, 180, 128, 22, 11, t.light) +
    shape('M262 96 h116 l10 84 h-136z', t.pale) +
    shape('M346 96 h32 l10 84 h-36z', t.deep) +
    rect(258, 84, 124, 20, 10, t.main) +
    shine('M250 330 q-26 40 -18 92', 13),
  vase: (t: Tones) =>
    line('M316 260 q-10 -100 -70 -160', '#5d9160', 8) +
    line('M324 260 q0 -120 30 -190', '#5d9160', 8) +
    line('M330 260 q30 -70 90 -100', '#5d9160', 8) +
    repeat(3, (i) => {
      const [x, y] = [
        [242, 96],
        [356, 66],
        [424, 158],
      ][i] as [number, number];
      return (
        repeat(5, (k) =>
          circle(
            x + (24 * Math.round(Math.cos(k * 1.257) * 10)) / 10,
            y + (24 * Math.round(Math.sin(k * 1.257) * 10)) / 10,
            20,
            i === 1 ? '#fff6e6' : t.accent,
          ),
        ) + circle(x, y, 15, '#f3c14b')
      );
    }) +
    floor(260) +
    shape(
      'M274 236 h92 q-6 44 36 84 q46 44 46 100 q0 108 -84 108 h-88 q-84 0 -84 -108 q0 -56 46 -100 q42 -40 36 -84z',
      t.main,
    ) +
    shape(
      'M340 236 h26 q-6 44 36 84 q46 44 46 100 q0 108 -84 108 h-30 q54 -30 54 -108 q0 -60 -30 -104 q-22 -34 -18 -80z',
      t.deep,
    ) +
    oval(320, 236, 50, 13, t.light) +
    oval(320, 238, 38, 8, t.dark) +
    line('M202 400 q118 40 236 0', t.pale, 12) +
    shine('M240 366 q-24 40 -16 80'),
  jar: (t: Tones) =>
    floor(320) +
    shape(
      'M222 210 h196 q94 60 94 156 q0 100 -84 162 h-216 q-84 -62 -84 -162 q0 -96 94 -156z',
      t.main,
    ) +
    shape(
      'M360 210 h58 q94 60 94 156 q0 100 -84 162 h-70 q70 -60 70 -162 q0 -96 -68 -156z',
      t.deep,
    ) +
    line('M140 330 q180 56 360 0', t.light, 12) +
    line('M136 372 q184 60 368 0', t.light, 6) +
    rect(204, 186, 232, 36, 18, t.dark) +
    shape('M190 186 q20 -56 130 -56 t130 56z', t.light) +
    rect(292, 98, 56, 42, 18, t.deep) +
    shine('M182 330 q-14 60 18 112'),
};

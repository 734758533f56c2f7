import { METAL, type Tones, WOOD } from './palettes.ts';
import { circle, faint, floor, group, line, oval, rect, repeat, shape, shine } from './shapes.ts';

export const kitchen = {
  knife: (t: Tones) =>
    floor(430, 320, 500) +
    group(
      'rotate(-24 320 330)',
      shape('M60 270 q150 -10 310 -10 h60 v110 h-150 q-150 0 -220 -100z', METAL.main),
      shape('M60 270 q100 70 220 74 h150 v26 h-150 q-150 0 -220 -100z', METAL.light),
      rect(424, 256, 26, 96, 8, METAL.dark),
      shape('M450 258 h108 q42 0 42 40 q0 62 -30 62 q-20 0 -40 -20 h-80z', t.main),
      shape('M450 312 h140 q-4 48 -20 48 q-20 0 -40 -20 h-80z', t.deep),
      repeat(3, (i) => circle(482 + i * 40, 296, 8, t.pale)),
      shine('M150 282 q100 -8 210 -8', 8),
    ),
  pan: (t: Tones) =>
    floor(360, 250, 500) +
    group(
      'rotate(-30 250 340)',
      rect(420, 318, 216, 44, 22, WOOD.main),
      rect(420, 342, 216, 20, 10, WOOD.dark),
      circle(608, 340, 9, t.back),
      rect(396, 322, 50, 36, 8, METAL.dark),
    ) +
    circle(250, 350, 176, t.dark) +
    circle(250, 340, 176, t.main) +
    circle(250, 344, 148, t.deep) +
    shape(
      'M150 340 q0 -84 90 -80 q40 2 60 30 q52 6 44 70 q-8 70 -90 64 q-100 0 -104 -84z',
      '#fffaf0',
    ) +
    circle(240, 340, 42, '#f6b32c') +
    circle(228, 328, 12, '#ffdf8c') +
    shine('M112 280 q34 -72 104 -90', 12),
  pot: (t: Tones) =>
    floor(380) +
    line('M146 350 h-36 q-22 0 -22 22 t22 22 h40', t.dark, 22) +
    line('M494 350 h36 q22 0 22 22 t-22 22 h-40', t.dark, 22) +
    shape('M140 296 h360 v150 q0 80 -80 80 h-200 q-80 0 -80 -80z', t.main) +
    shape('M420 296 h80 v150 q0 80 -80 80 h-60 q60 -20 60 -90z', t.deep) +
    shape('M132 290 q20 -86 188 -86 t188 86z', t.light) +
    rect(120, 278, 400, 32, 16, t.dark) +
    rect(284, 154, 72, 30, 15, t.dark) +
    rect(306, 172, 28, 36, 6, t.deep) +
    shine('M176 350 v70') +
    shine('M192 256 q40 -26 90 -30', 10),
  board: (t: Tones) =>
    floor(360, 320, 548) +
    group(
      'rotate(14 320 330)',
      rect(184, 180, 272, 356, 44, WOOD.dark),
      rect(276, 64, 88, 140, 40, WOOD.dark),
      rect(184, 170, 272, 356, 44, WOOD.main),
      rect(276, 56, 88, 150, 40, WOOD.main),
      circle(320, 98, 18, t.back),
      repeat(4, (i) => line(`M${226 + i * 56} 226 q${12 - i * 6} 120 0 250`, WOOD.light, 6)),
      rect(184, 440, 272, 34, 0, t.main),
    ) +
    group(
      'translate(18 24)',
      circle(252, 330, 62, t.main),
      circle(252, 330, 48, t.light),
      repeat(6, (i) =>
        line(
          `M252 330 l${Math.round(36 * Math.cos(i * 1.047))} ${Math.round(36 * Math.sin(i * 1.047))}`,
          t.pale,
          6,
        ),
      ),
      shape('M330 380 q44 -60 104 -20 q-20 70 -104 20z', '#5d9160'),
      line('M344 376 q40 -20 76 -14', '#88b583', 5),
    ),
  apron: (t: Tones) =>
    line('M250 150 q70 -130 140 0', t.dark, 16) +
    line('M170 330 q-60 20 -80 90', t.deep, 14) +
    line('M470 330 q60 20 80 90', t.deep, 14) +
    faint(
      0.14,
      shape(
        'M250 160 h160 q6 110 78 150 v226 q0 24 -24 24 h-268 q-24 0 -24 -24 v-226 q72 -40 78 -150z',
        '#1b1b2a',
      ),
    ) +
    shape(
      'M240 144 h160 q6 110 78 156 v226 q0 24 -24 24 h-268 q-24 0 -24 -24 v-226 q72 -46 78 -156z',
      t.main,
    ) +
    rect(240, 144, 160, 26, 8, t.light) +
    shape('M226 356 h188 v90 q0 34 -34 34 h-120 q-34 0 -34 -34z', t.deep) +
    line('M232 374 h176', t.pale, 6) +
    line('M320 376 v96', t.light, 5) +
    line('M356 350 l22 -70', WOOD.main, 14) +
    oval(384, 262, 16, 24, WOOD.light) +
    shine('M190 350 v130', 10),
  towel: (t: Tones) =>
    floor(400) +
    rect(130, 442, 380, 86, 40, t.deep) +
    rect(130, 436, 380, 78, 38, t.main) +
    rect(142, 356, 356, 86, 40, t.deep) +
    rect(142, 350, 356, 78, 38, t.light) +
    rect(154, 270, 332, 86, 40, t.deep) +
    rect(154, 264, 332, 78, 38, t.main) +
    repeat(3, (row) => line(`M${420 - row * -8} ${292 + row * 86} v24`, t.pale, 10)) +
    repeat(3, (row) => line(`M${396 - row * -8} ${284 + row * 86} v40`, t.pale, 10)) +
    shape(
      'M250 264 q-40 -60 0 -110 q14 30 40 40 q-2 -50 36 -84 q36 40 30 90 q26 -16 34 -40 q34 60 -10 104z',
      '#5d9160',
    ) +
    line('M322 258 q-6 -60 4 -110', '#3f6b45', 6) +
    shine('M184 284 h110', 10),
};

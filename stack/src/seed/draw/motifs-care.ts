import { LEAF, METAL, type Tones, WOOD } from './palettes.ts';
import {
  circle,
  faint,
  floor,
  group,
  line,
  oval,
  rect,
  repeat,
  shape,
  shine,
  strokes,
} from './shapes.ts';

export const care = {
  soap: (t: Tones) =>
    floor(400) +
    rect(130, 470, 380, 42, 20, WOOD.main) +
    rect(160, 504, 60, 24, 8, WOOD.dark) +
    rect(420, 504, 60, 24, 8, WOOD.dark) +
    rect(160, 330, 320, 146, 60, t.deep) +
    rect(160, 310, 320, 146, 60, t.main) +
    oval(320, 376, 106, 42, t.light) +
    line('M270 376 q50 -36 100 0 q-50 36 -100 0', t.deep, 8) +
    repeat(6, (i) => {
      const [x, y, r] = [
        [200, 250, 42],
        [276, 196, 28],
        [350, 252, 50],
        [440, 224, 34],
        [410, 150, 20],
        [220, 160, 18],
      ][i] as [number, number, number];
      return (
        faint(0.85, circle(x, y, r, '#fff')) +
        circle(x, y, r - 7, t.pale) +
        circle(x - r / 3, y - r / 3, r / 5, '#fff')
      );
    }) +
    shine('M204 342 h70', 10),
  brush: (t: Tones) =>
    floor(420, 320, 520) +
    group(
      'rotate(-18 320 320)',
      repeat(10, (i) =>
        line(`M${100 + i * 24} 348 l${(i - 5) * 2} 92`, i % 2 ? '#e8d6b0' : '#d3bb8b', 17),
      ),
      shape(
        'M76 300 q0 -46 60 -46 h170 q50 0 80 20 h176 q42 0 42 34 t-42 34 h-176 q-30 14 -80 14 h-170 q-60 0 -60 -56z',
        t.main,
      ),
      shape(
        'M80 322 q100 12 230 6 q50 -4 80 -10 h212 q-4 24 -40 24 h-176 q-30 14 -80 14 h-170 q-46 0 -56 -34z',
        t.deep,
      ),
      circle(572, 308, 11, t.back),
      shine('M124 280 h150', 10),
    ),
  plush: (t: Tones) =>
    floor(320) +
    circle(206, 138, 54, t.main) +
    circle(434, 138, 54, t.main) +
    circle(206, 138, 28, t.pale) +
    circle(434, 138, 28, t.pale) +
    oval(176, 390, 40, 70, t.deep) +
    oval(464, 390, 40, 70, t.deep) +
    oval(320, 420, 142, 112, t.main) +
    oval(320, 436, 86, 80, t.pale) +
    oval(226, 506, 62, 32, t.deep) +
    oval(414, 506, 62, 32, t.deep) +
    oval(320, 218, 160, 134, t.light) +
    oval(320, 258, 66, 48, t.pale) +
    circle(258, 210, 16, '#2a2430') +
    circle(382, 210, 16, '#2a2430') +
    circle(263, 205, 5, '#fff') +
    circle(387, 205, 5, '#fff') +
    oval(320, 238, 20, 14, '#2a2430') +
    line('M320 252 v16 q-18 18 -32 4 M320 268 q18 18 32 4', '#2a2430', 6) +
    line('M320 96 v42 M286 104 l6 34 M354 104 l-6 34 M172 240 l34 6 M468 240 l-34 6', t.dark, 14) +
    line('M188 380 l36 10 M186 420 l34 4 M452 380 l-36 10 M454 420 l-34 4', t.dark, 14) +
    line('M236 176 l34 -12 M404 176 l-34 -12', '#2a2430', 9) +
    shape('M262 336 q58 34 116 0 l-4 34 l-54 -12 l-54 12z', t.accent) +
    faint(0.5, oval(220, 252, 22, 14, '#f2919b') + oval(420, 252, 22, 14, '#f2919b')),
  plant: (t: Tones) =>
    line(
      'M320 380 q-6 -130 0 -230 M320 340 q-70 -60 -110 -70 M320 320 q70 -60 110 -90',
      LEAF.dark,
      10,
    ) +
    shape('M320 160 q-60 -50 -10 -124 q70 50 10 124z', LEAF.main) +
    shape('M320 250 q-90 10 -120 -80 q90 -20 120 80z', LEAF.light) +
    shape('M322 230 q70 0 110 -80 q-90 -20 -110 80z', LEAF.main) +
    shape('M250 300 q-90 30 -134 -46 q80 -44 134 46z', LEAF.main) +
    shape('M390 280 q70 40 132 -30 q-70 -58 -132 30z', LEAF.light) +
    shape('M316 350 q-70 20 -104 -20 q50 -44 104 20z', LEAF.dark) +
    shape('M324 350 q70 20 104 -20 q-50 -44 -104 20z', LEAF.dark) +
    floor(260) +
    shape('M206 384 h228 l-24 114 q-6 30 -36 30 h-108 q-30 0 -36 -30z', t.main) +
    shape('M376 384 h58 l-24 114 q-6 30 -36 30 h-36 q26 -20 38 -144z', t.deep) +
    rect(190, 360, 260, 48, 18, t.light) +
    shine('M232 430 l10 56', 11),
  'watering-can': (t: Tones) =>
    floor(320, 350) +
    line('M300 276 q10 -140 110 -140 q120 0 92 160', t.deep, 22) +
    shape('M258 470 L140 256 l34 -20 L310 370z', t.deep) +
    shape('M90 232 l92 -58 q10 14 24 44 l-84 52 q-22 -14 -32 -38z', t.light) +
    strokes(
      6,
      (i) =>
        `M${92 + (i % 3) * 26 - (i > 2 ? 22 : 0)} ${280 - (i % 3) * 12 + (i > 2 ? 62 : 0)} l-10 28`,
      '#7fb8dc',
      10,
    ) +
    shape('M258 276 h232 l22 216 q2 36 -34 36 h-208 q-36 0 -34 -36z', t.main) +
    shape('M424 276 h66 l22 216 q2 36 -34 36 h-60 q30 -10 28 -50z', t.deep) +
    oval(374, 276, 116, 26, t.light) +
    oval(374, 278, 94, 16, t.dark) +
    line('M250 420 h250', t.pale, 12) +
    shine('M290 326 l-6 60', 11),
  tent: (t: Tones) =>
    floor(520, 320, 524) +
    shape('M320 150 L590 520 h-200z', t.deep) +
    shape('M320 150 L50 520 h400z', t.main) +
    shape('M320 150 L150 520 h210z', t.light) +
    shape('M320 150 q-30 220 -96 370 h154 q-16 -190 -58 -370z', t.dark) +
    shape('M320 150 q10 200 86 370 h-28 q-16 -190 -58 -370z', t.pale) +
    line('M320 150 l-12 -40 M320 150 l14 -42', WOOD.main, 10) +
    line('M50 520 l-26 14 M590 520 l26 14', METAL.dark, 9) +
    shape('M320 112 h74 l-18 20 l18 20 h-66z', t.accent) +
    circle(500, 110, 40, '#fff3c9'),
};

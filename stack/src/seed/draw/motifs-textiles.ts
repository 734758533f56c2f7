import { METAL, type Tones } from './palettes.ts';
import { circle, faint, floor, line, rect, repeat, shape, shine, strokes } from './shapes.ts';

export const textiles = {
  blanket: (t: Tones) =>
    floor(420) +
    rect(116, 420, 408, 106, 46, t.deep) +
    rect(116, 324, 408, 112, 46, t.main) +
    rect(116, 228, 408, 112, 46, t.light) +
    shape('M190 228 h132 v280 q0 12 -12 12 h-108 q-12 0 -12 -12z', t.main) +
    repeat(4, (i) => rect(190, 262 + i * 62, 132, 22, 0, i % 2 ? t.accent : t.pale)) +
    repeat(8, (i) => line(`M${198 + i * 17} 520 v22`, t.deep, 7)) +
    shine('M360 262 h110'),
  pillow: (t: Tones) =>
    floor(400) +
    shape(
      'M130 200 q190 44 380 0 q30 -4 26 28 q-36 130 0 258 q4 32 -26 34 q-190 -36 -380 0 q-30 -2 -26 -34 q36 -128 0 -258 q-4 -32 26 -28z',
      t.main,
    ) +
    shape(
      'M464 208 l46 -8 q30 -4 26 28 q-36 130 0 258 q4 32 -26 34 q-60 -12 -110 -16 q80 -140 64 -296z',
      t.deep,
    ) +
    repeat(3, (i) =>
      line(`M${196 + i * 74} 240 q-14 120 0 240`, i === 1 ? t.accent : t.pale, i === 1 ? 20 : 10),
    ) +
    circle(120, 210, 16, t.accent) +
    circle(520, 210, 16, t.accent) +
    circle(120, 512, 16, t.accent) +
    circle(520, 512, 16, t.accent) +
    shine('M156 260 q16 60 8 110', 10),
  rug: (t: Tones) =>
    faint(0.14, shape('M130 250 h400 l70 270 h-540z', '#1b1b2a')) +
    strokes(14, (i) => `M${66 + i * 39} 510 l-4 30`, t.deep, 7) +
    strokes(14, (i) => `M${142 + i * 27} 226 l2 -22`, t.deep, 6) +
    shape('M136 224 h368 l80 288 h-528z', t.main) +
    shape('M166 250 h308 l58 236 h-424z', t.pale) +
    shape('M188 270 h264 l48 196 h-360z', t.deep) +
    shape('M320 284 l96 84 l-96 84 l-96 -84z', t.light) +
    shape('M320 318 l54 50 l-54 50 l-54 -50z', t.accent) +
    shape('M204 286h44l-56 66zM436 286h-44l56 66zM160 452h66l-48-60zM480 452h-66l48-60z', t.light),
  tote: (t: Tones) =>
    floor(320) +
    line('M240 250 q0 -150 80 -150 t80 150', t.deep, 20) +
    shape('M158 230 h324 l22 264 q2 34 -32 34 h-304 q-34 0 -32 -34z', t.main) +
    shape('M430 230 h52 l22 264 q2 34 -32 34 h-60 q34 -4 32 -40z', t.deep) +
    line('M232 230 v60 M408 230 v60', t.deep, 18) +
    circle(232, 292, 6, t.pale) +
    circle(408, 292, 6, t.pale) +
    circle(312, 396, 62, t.pale) +
    shape('M250 396 a62 62 0 0 0 124 0 q-30 -26 -62 0 t-62 0z', t.accent) +
    shine('M188 270 l-8 140', 12),
  backpack: (t: Tones) =>
    floor(300) +
    line('M270 150 q0 -66 50 -66 t50 66', t.dark, 20) +
    rect(124, 330, 80, 150, 36, t.deep) +
    rect(436, 330, 80, 150, 36, t.deep) +
    shape('M168 270 q0 -140 152 -140 t152 140 v198 q0 60 -60 60 h-184 q-60 0 -60 -60z', t.main) +
    shape(
      'M380 140 q92 30 92 130 v198 q0 60 -60 60 h-40 q50 -20 50 -80 v-180 q0 -80 -42 -128z',
      t.deep,
    ) +
    rect(206, 340, 228, 160, 36, t.light) +
    line('M226 380 h188', t.dark, 8) +
    rect(312, 376, 16, 40, 6, t.accent) +
    line('M214 240 q106 44 212 0', t.dark, 9) +
    rect(290, 282, 60, 32, 8, t.accent) +
    shine('M196 270 q2 -56 36 -86'),
  pouch: (t: Tones) =>
    floor(380) +
    shape(
      'M140 280 h360 q18 0 22 20 l22 180 q6 48 -42 48 h-364 q-48 0 -42 -48 l22 -180 q4 -20 22 -20z',
      t.main,
    ) +
    shape('M470 280 h30 q18 0 22 20 l22 180 q6 48 -42 48 h-70 q46 -6 42 -50z', t.deep) +
    rect(124, 256, 392, 38, 19, t.dark) +
    line('M150 275 h330', METAL.main, 8) +
    rect(450, 262, 40, 26, 6, METAL.light) +
    line('M488 276 q50 10 44 70', t.accent, 12) +
    circle(532, 356, 16, t.accent) +
    line('M126 390 q190 50 390 0', t.pale, 8) +
    line('M120 430 q196 50 404 0', t.light, 8) +
    shine('M166 320 l-8 40', 10),
};

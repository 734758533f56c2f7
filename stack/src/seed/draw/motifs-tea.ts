import { METAL, PAPER, type Tones, WOOD } from './palettes.ts';
import { circle, faint, floor, line, oval, rect, repeat, shape, shine } from './shapes.ts';

export const tea = {
  teapot: (t: Tones) =>
    floor(360, 310) +
    line('M196 300 q-110 -10 -110 66 q0 80 128 78', t.deep, 26) +
    shape(
      'M420 420 q60 -20 74 -120 q8 -44 56 -52 l8 26 q-26 14 -30 60 q-10 110 -100 150z',
      t.deep,
    ) +
    shape(
      'M310 250 q160 0 160 148 q0 130 -110 130 h-100 q-110 0 -110 -130 q0 -148 160 -148z',
      t.main,
    ) +
    shape(
      'M340 252 q130 10 130 146 q0 130 -110 130 h-40 q86 -30 86 -134 q0 -110 -66 -142z',
      t.deep,
    ) +
    shape('M206 266 q20 -46 104 -46 t104 46 q-50 20 -104 20 t-104 -20z', t.light) +
    circle(310, 206, 24, t.accent) +
    line('M160 420 q150 46 300 0', t.pale, 10) +
    shine('M196 350 q-14 50 12 96'),
  kettle: (t: Tones) =>
    floor(330, 300) +
    line('M190 262 q0 -140 114 -140 t114 140', WOOD.main, 26) +
    line('M400 420 q90 -10 96 -96 q4 -60 60 -70', t.deep, 24) +
    shape(
      'M214 260 h180 q58 0 66 60 l24 150 q8 58 -50 58 h-260 q-58 0 -50 -58 l24 -150 q8 -60 66 -60z',
      t.main,
    ) +
    shape(
      'M350 260 h44 q58 0 66 60 l24 150 q8 58 -50 58 h-60 q52 -10 44 -70 l-22 -140 q-8 -48 -46 -58z',
      t.deep,
    ) +
    oval(304, 262, 96, 22, t.light) +
    rect(280, 220, 48, 34, 14, t.dark) +
    rect(128, 490, 352, 14, 7, t.light) +
    shine('M190 330 l-18 104'),
  dripper: (t: Tones) =>
    floor(260) +
    shape(
      'M220 360 h200 q30 60 30 100 q0 68 -62 68 h-136 q-62 0 -62 -68 q0 -40 30 -100z',
      '#ffffff',
    ) +
    faint(0.8, shape('M200 440 h240 q18 88 -52 88 h-136 q-70 0 -52 -88z', '#6b4528')) +
    line('M446 410 q70 0 64 44 q-6 40 -70 40', METAL.main, 18) +
    shape('M188 130 h264 l-76 186 h-112z', PAPER.main) +
    shape('M170 156 h300 l-86 160 h-128z', t.main) +
    shape('M390 156 h80 l-86 160 h-50z', t.deep) +
    repeat(3, (i) => line(`M${236 + i * 56} 186 L${286 + i * 26} 296`, t.light, 9)) +
    rect(206, 312, 228, 34, 17, t.dark) +
    rect(284, 340, 72, 22, 8, t.deep) +
    line('M320 372 v36', '#6b4528', 8) +
    shine('M196 182 l44 92', 10),
  grinder: (t: Tones) =>
    floor(270) +
    line('M320 150 v-34 h150', METAL.dark, 18) +
    circle(478, 104, 30, WOOD.main) +
    shape('M212 262 q0 -112 108 -112 t108 112z', METAL.main) +
    shape('M344 152 q84 12 84 110 h-48 q0 -80 -36 -110z', METAL.dark) +
    rect(192, 256, 256, 34, 14, t.dark) +
    rect(204, 290, 232, 216, 16, t.main) +
    shape('M376 290 h44 q16 0 16 16 v184 q0 16 -16 16 h-44z', t.deep) +
    rect(236, 380, 140, 92, 10, t.light) +
    circle(306, 426, 14, t.dark) +
    rect(180, 500, 280, 28, 12, t.dark) +
    shine('M228 316 v150', 10),
  tin: (t: Tones) =>
    floor(280) +
    rect(196, 200, 248, 326, 26, t.main) +
    shape('M384 200 h34 q26 0 26 26 v274 q0 26 -26 26 h-34z', t.deep) +
    rect(184, 134, 272, 92, 24, t.light) +
    shape('M392 134 h40 q24 0 24 24 v44 q0 24 -24 24 h-40z', t.deep) +
    line('M190 212 h260', t.dark, 6) +
    rect(224, 286, 192, 154, 14, PAPER.main) +
    shape('M320 306 q58 34 34 84 q-20 32 -34 32 t-34 -32 q-24 -50 34 -84z', '#5d9160') +
    line('M320 326 v92', '#3f6b45', 6) +
    shine('M218 154 h110', 10),
  flask: (t: Tones) =>
    floor(210) +
    rect(222, 190, 196, 338, 48, t.main) +
    shape('M356 190 h14 q48 0 48 48 v242 q0 48 -48 48 h-14z', t.deep) +
    rect(242, 164, 156, 40, 12, METAL.main) +
    rect(248, 66, 144, 106, 24, t.dark) +
    line('M392 100 q44 0 44 34 t-44 28', t.deep, 14) +
    rect(222, 400, 196, 26, 0, t.accent) +
    shape('M276 330 l40 -58 l26 34 l18 -22 l34 46z', t.pale) +
    shine('M250 236 v130'),
  bottle: (t: Tones) =>
    floor(230) +
    shape(
      'M226 300 q0 -60 54 -72 h80 q54 12 54 72 v180 q0 48 -48 48 h-92 q-48 0 -48 -48z',
      t.main,
    ) +
    shape(
      'M354 228 h6 q54 12 54 72 v180 q0 48 -48 48 h-20 q22 -10 22 -48 v-190 q0 -50 -14 -62z',
      t.deep,
    ) +
    rect(284, 188, 72, 48, 8, t.deep) +
    rect(272, 150, 96, 48, 12, t.dark) +
    rect(308, 96, 24, 60, 6, t.dark) +
    shape(
      'M226 84 q0 -12 12 -12 h94 q16 0 16 16 v20 h-60 q-14 0 -20 14 h-30 q0 -38 -12 -38z',
      t.dark,
    ) +
    rect(246, 332, 128, 120, 12, PAPER.main) +
    circle(310, 376, 20, t.light) +
    line('M280 420 h60', t.deep, 8) +
    shine('M246 300 v-4 q2 -24 20 -34', 10),
};

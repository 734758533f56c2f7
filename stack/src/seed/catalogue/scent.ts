import type { ProductSource } from './authoring.ts';
import { option, value } from './words.ts';

export const scent: readonly ProductSource[] = [
  {
    slug: 'first-snow-candle',
    sku: 'CND-SNOW',
    category: 'scent',
    brand: 'Yeonmu',
    title: ['Candle for the First Snow', '첫눈 초'],
    description: [
      'Cold air, a struck match, somebody’s wool scarf: a scent for the evening everyone texts everyone. Poured into a cup by Hasa Kiln that holds espresso afterwards.',
      '찬 공기와 그은 성냥과 누군가의 목도리, 모두가 모두에게 문자를 보내는 저녁의 향입니다. 하사 가마의 잔에 부어, 다 타면 에스프레소 잔으로 씁니다.',
    ],
    price: [42000, 3300, 3000],
    grams: 380,
    motif: 'candle',
    palette: 'snow',
    options: [
      option(
        'scent',
        value('snw', 'First snow', '첫눈'),
        value('fig', 'Fig courtyard', '무화과 마당'),
        value('rin', 'Rain on dust', '흙비'),
      ),
      option(
        'size',
        value('s', '25 hours', '25시간'),
        value('l', '50 hours', '50시간', [24000, 1900, 1700], 260),
      ),
    ],
    attributes: {
      material: 'soy-wax',
      origin: 'seoul',
      technique: 'hand-poured',
      season: 'winter',
    },
    tags: ['bestseller', 'gift'],
  },
  {
    slug: 'beeswax-tapers',
    sku: 'CND-BEES',
    category: 'scent',
    brand: 'Yeonmu',
    title: ['Hand-dipped Beeswax Tapers', '손으로 담근 밀랍초'],
    description: [
      'Dipped thirty times from hives on the roof of a Seoul library. They burn without dripping if you keep them out of arguments and draughts.',
      '서울의 한 도서관 옥상 벌통에서 얻은 밀랍에 서른 번 담갔습니다. 말다툼과 외풍만 피하면 촛농이 흐르지 않습니다.',
    ],
    price: [18000, 1400, 1300],
    grams: 140,
    motif: 'candle',
    palette: 'amber',
    options: [
      option(
        'pack',
        value('2', 'Pair', '두 자루'),
        value('6', 'Six', '여섯 자루', [30000, 2300, 2200], 280),
      ),
    ],
    attributes: { material: 'beeswax', origin: 'seoul', technique: 'hand-poured' },
    tags: ['handmade'],
  },
  {
    slug: 'temple-incense-sticks',
    sku: 'INC-TEMP',
    category: 'scent',
    brand: 'Yeonmu',
    title: ['Short Incense, Nine Minutes', '구 분짜리 짧은 향'],
    description: [
      'Cut to burn for nine minutes, the time of one kettle and one good thought. No charcoal core, so the smoke stays thin and the ceiling stays white.',
      '물 한 주전자 끓이고 좋은 생각 하나 할 시간, 딱 구 분 타도록 잘랐습니다. 숯 심이 없어 연기가 가늘고 천장이 그을지 않습니다.',
    ],
    price: [15000, 1200, 1100],
    grams: 50,
    motif: 'tin',
    palette: 'coal',
    options: [
      option(
        'scent',
        value('san', 'Sandalwood', '백단'),
        value('agr', 'Agarwood', '침향', [14000, 1100, 1000]),
        value('mug', 'Smoked mugwort', '훈연 쑥'),
        value('jun', 'Juniper', '향나무'),
      ),
    ],
    attributes: { origin: 'andong', care: 'keep-dry' },
    tags: ['gift'],
    stock: [48, 6, 31, 0],
  },
  {
    slug: 'laundry-day-room-spray',
    sku: 'SPR-LAUN',
    category: 'scent',
    brand: 'Yeonmu',
    title: ['Rooftop Laundry Room Spray', '옥상 빨래 룸 스프레이'],
    description: [
      'Sheets in the wind, warm concrete, a neighbour frying something with sesame, very faintly. Two pumps toward the curtains and the flat feels a floor higher.',
      '바람에 날리는 이불과 데워진 시멘트, 이웃집 참기름 냄새가 아주 희미하게 납니다. 커튼 쪽으로 두 번 뿌리면 집이 한 층 높아진 기분입니다.',
    ],
    price: [29000, 2200, 2100],
    grams: 210,
    motif: 'bottle',
    palette: 'sky',
    options: [
      option(
        'volume',
        value('100', '100 ml', '100밀리리터'),
        value('200', '200 ml', '200밀리리터', [15000, 1200, 1100], 140),
      ),
    ],
    attributes: { material: 'glass', origin: 'seoul', season: 'summer' },
    draft: true,
  },
];

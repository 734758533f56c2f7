import type { CategorySource } from './authoring.ts';

/** The tree of the shop in the order of its menu; a parent stands before its children. */
export const categories: readonly CategorySource[] = [
  {
    slug: 'table-and-kitchen',
    parent: null,
    name: ['Table & Kitchen', '식탁과 부엌'],
    description: [
      'Everything between the stove and the last cup of tea.',
      '불 앞에서 마지막 찻잔까지.',
    ],
  },
  {
    slug: 'tableware',
    parent: 'table-and-kitchen',
    name: ['Tableware', '그릇'],
    description: [
      'Bowls, plates and cups from small kilns.',
      '작은 가마에서 나온 사발과 접시와 잔.',
    ],
  },
  {
    slug: 'tea-and-coffee',
    parent: 'table-and-kitchen',
    name: ['Tea & Coffee', '차와 커피'],
    description: ['Tools for the slow quarter of an hour.', '천천히 보내는 십오 분을 위한 도구.'],
  },
  {
    slug: 'cooking',
    parent: 'table-and-kitchen',
    name: ['Cooking', '조리 도구'],
    description: [
      'Knives, pans and jars that outlast a lease.',
      '이사를 몇 번 해도 남을 칼과 팬과 항아리.',
    ],
  },
  {
    slug: 'home',
    parent: null,
    name: ['Home', '집'],
    description: [
      'Furniture, light and cloth for rooms people live in.',
      '사람이 사는 방을 위한 가구와 빛과 천.',
    ],
  },
  {
    slug: 'textiles',
    parent: 'home',
    name: ['Textiles', '패브릭'],
    description: ['Bedding, blankets, towels and rugs.', '침구와 담요, 수건과 러그.'],
  },
  {
    slug: 'lighting',
    parent: 'home',
    name: ['Lighting', '조명'],
    description: [
      'Lamps for reading, eating and coming home late.',
      '읽고 먹고 늦게 돌아오는 밤을 위한 등.',
    ],
  },
  {
    slug: 'furniture',
    parent: 'home',
    name: ['Furniture', '가구'],
    description: [
      'Small furniture that survives four flights of stairs.',
      '계단 네 층을 거뜬히 오르는 작은 가구.',
    ],
  },
  {
    slug: 'objects',
    parent: 'home',
    name: ['Objects', '소품'],
    description: ['Baskets, clocks, mirrors and vases.', '바구니와 시계, 거울과 화병.'],
  },
  {
    slug: 'clothing',
    parent: null,
    name: ['Clothing', '옷'],
    description: [
      'Cloth first, then the cut, then nothing else.',
      '먼저 옷감, 그다음 재단, 그게 전부.',
    ],
  },
  {
    slug: 'tops-and-jackets',
    parent: 'clothing',
    name: ['Tops & Jackets', '상의와 겉옷'],
    description: [
      'Shirts, knits and coats for four honest seasons.',
      '사계절이 또렷한 도시의 셔츠와 니트와 외투.',
    ],
  },
  {
    slug: 'trousers-and-dresses',
    parent: 'clothing',
    name: ['Trousers & Dresses', '바지와 원피스'],
    description: ['Made to be sat, cycled and danced in.', '앉고 달리고 춤추기 좋게 만든 옷.'],
  },
  {
    slug: 'accessories',
    parent: 'clothing',
    name: ['Accessories', '잡화'],
    description: ['Socks, hats, scarves and shoes.', '양말과 모자, 목도리와 신발.'],
  },
  {
    slug: 'bags-and-stationery',
    parent: null,
    name: ['Bags & Stationery', '가방과 문구'],
    description: ['For carrying and for writing down.', '들고 다니고 적어 두는 물건.'],
  },
  {
    slug: 'bags',
    parent: 'bags-and-stationery',
    name: ['Bags', '가방'],
    description: [
      'Totes, packs and pouches with repairable seams.',
      '고쳐 쓸 수 있는 토트와 배낭과 파우치.',
    ],
  },
  {
    slug: 'stationery',
    parent: 'bags-and-stationery',
    name: ['Stationery', '문구'],
    description: [
      'Paper, ink and tape for people who still write.',
      '아직 손으로 쓰는 사람들의 종이와 잉크와 테이프.',
    ],
  },
  {
    slug: 'books',
    parent: null,
    name: ['Books', '책'],
    description: [
      'Short runs from presses you can visit.',
      '찾아가 볼 수 있는 출판사의 소량 인쇄본.',
    ],
  },
  {
    slug: 'bath-and-scent',
    parent: null,
    name: ['Bath & Scent', '욕실과 향'],
    description: [
      'Soap, oil and smoke with short lists of ingredients.',
      '성분표가 짧은 비누와 오일과 향.',
    ],
  },
  {
    slug: 'bath',
    parent: 'bath-and-scent',
    name: ['Bath', '욕실'],
    description: [
      'For the sink, the tub and the jjimjilbang bag.',
      '세면대와 욕조, 찜질방 가방을 위한 것.',
    ],
  },
  {
    slug: 'scent',
    parent: 'bath-and-scent',
    name: ['Scent', '향'],
    description: ['Candles, incense and room sprays.', '초와 인센스와 룸 스프레이.'],
  },
  {
    slug: 'outdoors',
    parent: null,
    name: ['Outdoors', '바깥'],
    description: [
      'For the ridge above the city and the pots on the sill.',
      '도시 위 능선과 창가 화분을 위한 것.',
    ],
  },
  {
    slug: 'camping',
    parent: 'outdoors',
    name: ['Camping', '캠핑'],
    description: [
      'Light things for a night under pines.',
      '소나무 아래 하룻밤을 위한 가벼운 장비.',
    ],
  },
  {
    slug: 'garden',
    parent: 'outdoors',
    name: ['Garden', '정원'],
    description: [
      'Pots, plants and cans for roofs and balconies.',
      '옥상과 발코니를 위한 화분과 식물과 물뿌리개.',
    ],
  },
  {
    slug: 'play-and-sound',
    parent: null,
    name: ['Play & Sound', '놀이와 소리'],
    description: ['For long evenings and rainy Sundays.', '긴 저녁과 비 오는 일요일을 위하여.'],
  },
  {
    slug: 'play',
    parent: 'play-and-sound',
    name: ['Play', '놀이'],
    description: ['Games, puzzles and soft animals.', '게임과 퍼즐과 부드러운 동물들.'],
  },
  {
    slug: 'sound-and-desk',
    parent: 'play-and-sound',
    name: ['Sound & Desk', '소리와 책상'],
    description: [
      'Radios, speakers and keyboards with good knobs.',
      '손맛 좋은 라디오와 스피커와 키보드.',
    ],
  },
];

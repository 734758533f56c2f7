import { accessories } from './accessories.ts';
import type { ProductSource } from './authoring.ts';
import { bags } from './bags.ts';
import { bath } from './bath.ts';
import { books } from './books.ts';
import { clothingBottoms } from './clothing-bottoms.ts';
import { clothingTops } from './clothing-tops.ts';
import { kitchen } from './kitchen.ts';
import { living } from './living.ts';
import { objects } from './objects.ts';
import { outdoors } from './outdoors.ts';
import { playAndSound } from './play-and-sound.ts';
import { scent } from './scent.ts';
import { stationery } from './stationery.ts';
import { table } from './table.ts';
import { teaAndCoffee } from './tea-and-coffee.ts';
import { textiles } from './textiles.ts';

/** Every product of the shop, in the order of the menu. */
export const products: readonly ProductSource[] = [
  ...table,
  ...teaAndCoffee,
  ...kitchen,
  ...textiles,
  ...living,
  ...objects,
  ...clothingTops,
  ...clothingBottoms,
  ...accessories,
  ...bags,
  ...stationery,
  ...books,
  ...bath,
  ...scent,
  ...outdoors,
  ...playAndSound,
];

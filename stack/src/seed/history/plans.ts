import { userByEmail, users } from '../people.ts';
import { seededRandom } from '../random.ts';
import type { UserRecord } from '../records.ts';

/** What became of an order, as of the last day of the demo data. */
export type Outcome =
  | 'confirmed'
  | 'packed'
  | 'in-transit'
  | 'on-the-van'
  | 'partly-shipped'
  | 'delivered'
  | 'partly-refunded'
  | 'refunded'
  | 'cancelled'
  | 'rejected'
  | 'expired';

export type Plan = { customer: UserRecord; daysAgo: number; outcome: Outcome };

/** Mina shows every state that a customer can see. */
const mina: readonly (readonly [daysAgo: number, outcome: Outcome])[] = [
  [0, 'confirmed'],
  [1, 'packed'],
  [3, 'in-transit'],
  [4, 'on-the-van'],
  [6, 'partly-shipped'],
  [11, 'delivered'],
  [19, 'delivered'],
  [27, 'cancelled'],
  [38, 'partly-refunded'],
  [52, 'delivered'],
  [66, 'delivered'],
  [67, 'rejected'],
  [81, 'delivered'],
  [94, 'delivered'],
  [113, 'delivered'],
  [129, 'delivered'],
  [148, 'delivered'],
  [171, 'cancelled'],
  [186, 'delivered'],
  [203, 'delivered'],
  [222, 'delivered'],
  [247, 'delivered'],
  [268, 'delivered'],
  [291, 'delivered'],
  [317, 'delivered'],
  [349, 'delivered'],
];

const staffOrders: Readonly<Record<string, number>> = {
  'sam@souk.example': 3,
  'mira@souk.example': 2,
  'wade@souk.example': 4,
  'ada@souk.example': 1,
};

/** How long ago an order must have been placed to be where it is. */
const recent: readonly (readonly [daysAgo: number, outcome: Outcome])[] = [
  [0, 'confirmed'],
  [1, 'packed'],
  [4, 'in-transit'],
  [5, 'on-the-van'],
  [8, 'partly-shipped'],
];

const OLDEST = 360;
const LONG_ARRIVED = 45;

function plansOf(customer: UserRecord, count: number): Plan[] {
  const random = seededRandom(`plans of ${customer.email}`);
  const step = Math.floor((OLDEST - LONG_ARRIVED) / count);
  return Array.from({ length: count }, (_, index) => {
    if (index === 0 && count > 1 && random.chance(0.8)) {
      const [daysAgo, outcome] = random.pick(recent);
      return { customer, daysAgo, outcome };
    }
    const daysAgo = LONG_ARRIVED + index * step + random.whole(0, step - 1);
    return { customer, daysAgo, outcome: closedOutcome(random.next()) };
  });
}

function closedOutcome(share: number): Outcome {
  if (share < 0.06) return 'cancelled';
  if (share < 0.1) return 'rejected';
  if (share < 0.15) return 'expired';
  if (share < 0.21) return 'refunded';
  if (share < 0.29) return 'partly-refunded';
  return 'delivered';
}

/** Everyone's orders, without order. */
export function allPlans(): Plan[] {
  const first = userByEmail('mina@souk.example');
  return [
    ...mina.map(([daysAgo, outcome]) => ({ customer: first, daysAgo, outcome })),
    ...users
      .filter((user) => user !== first)
      .flatMap((user) => {
        const some = seededRandom(`orders of ${user.email}`).whole(3, 10);
        return plansOf(user, staffOrders[user.email] ?? some);
      }),
  ];
}

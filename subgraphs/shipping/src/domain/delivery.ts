/** Calendar dates at the warehouse, ISO 8601. */
export type DeliveryWindow = { earliest: string; latest: string };

const DAY_MS = 86_400_000;
/** The warehouse is in Seoul, which has no summer time. */
const WAREHOUSE_OFFSET_MS = 9 * 3_600_000;

function afterWorkingDays(day: Date, count: number): Date {
  let left = count;
  let date = day;
  while (left > 0) {
    date = new Date(date.getTime() + DAY_MS);
    if (date.getUTCDay() !== 0 && date.getUTCDay() !== 6) left -= 1;
  }
  return date;
}

const isoDate = (date: Date): string => date.toISOString().slice(0, 10);

/** When a parcel that is handed over at `now` arrives; days are working days, Monday to Friday. */
export function deliveryWindow(
  now: Date,
  days: { minDays: number; maxDays: number },
): DeliveryWindow {
  const today = new Date(now.getTime() + WAREHOUSE_OFFSET_MS);
  return {
    earliest: isoDate(afterWorkingDays(today, days.minDays)),
    latest: isoDate(afterWorkingDays(today, days.maxDays)),
  };
}

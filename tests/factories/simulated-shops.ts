/** A shop that exists only as a rhythm: sales to expect in an hour of the shop's clock, from Monday 00:00 of its first week. */
export type SimulatedShop = {
  name: string;
  /** Expected sales in the hour `hour` (0–23) of day `day` (0 is the first Monday). */
  salesAt: (day: number, hour: number) => number;
};

/** How a shop's visitors spread over a day; adds up to 1. */
const EVENINGS = share([3, 1, 1, 1, 1, 2, 3, 4, 5, 6, 7, 7, 8, 7, 6, 6, 6, 7, 9, 11, 12, 12, 10, 6]);
const OFFICE = share([0, 0, 0, 0, 0, 0, 0, 0, 1, 6, 7, 7, 4, 4, 7, 7, 5, 1, 0, 0, 0, 0, 0, 0]);

function share(weights: readonly number[]): number[] {
  const all = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / all);
}

const of = (day: readonly number[], perDay: number, hour: number) => perDay * (day[hour] ?? 0);
const weekday = (day: number) => day % 7;
/** A festival after the learning: three weeks of spike, a week at a tenth, three below the usual. */
const FESTIVAL = 100;
function festivalLevel(day: number): number {
  const since = day - FESTIVAL;
  if (since < 0 || since >= 49) return 1;
  if (since < 21) return 2.5;
  return since < 28 ? 0.1 : 0.6;
}

export const SIMULATED_SHOPS: SimulatedShop[] = [
  { name: "quiet, 3 a week", salesAt: (_, hour) => of(EVENINGS, 3 / 7, hour) },
  { name: "middling, 20 a day", salesAt: (_, hour) => of(EVENINGS, 20, hour) },
  { name: "busy, 200 a day", salesAt: (_, hour) => of(EVENINGS, 200, hour) },
  {
    name: "weekends only",
    salesAt: (day, hour) => (weekday(day) >= 5 ? of(EVENINGS, 25, hour) : 0),
  },
  { name: "office hours", salesAt: (day, hour) => (weekday(day) < 5 ? of(OFFICE, 30, hour) : 0) },
  { name: "festival, then a lull", salesAt: (day, hour) => of(EVENINGS, 60 * festivalLevel(day), hour) },
  { name: "growing tenfold", salesAt: (day, hour) => of(EVENINGS, 5 * 10 ** (day / 238), hour) },
];

const HOUR_MS = 3_600_000;
/** Sales of one day are up or down together. */
const DAY_SHAPE = 8;

/** Times of the shop's deliveries in ms from its first Monday: each sale makes one to four within ten minutes. */
export function simulateDeliveries(shop: SimulatedShop, days: number, random: () => number): number[] {
  const times: number[] = [];
  for (let day = 0; day < days; day++) {
    const level = gamma(DAY_SHAPE, random) / DAY_SHAPE;
    for (let hour = 0; hour < 24; hour++) {
      for (let left = poisson(shop.salesAt(day, hour) * level, random); left > 0; left--) {
        const sold = (day * 24 + hour + random()) * HOUR_MS;
        for (let more = 1 + Math.floor(random() * 4); more > 0; more--) times.push(sold + random() * 600_000);
      }
    }
  }
  return times.sort((a, b) => a - b);
}

function poisson(mean: number, random: () => number): number {
  const end = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > end; product *= random()) count++;
  return count;
}

/** Of a whole shape: a sum of so many exponential draws. */
function gamma(shape: number, random: () => number): number {
  let sum = 0;
  for (let draw = 0; draw < shape; draw++) sum -= Math.log(1 - random());
  return sum;
}

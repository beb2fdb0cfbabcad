import { SIMULATED_SHOPS } from "../factories/simulated-shops";
import { watchSimulatedShop } from "../factories/watch-simulated-shop";
import type { BenchResult } from "./bench-result";

const SEEDS = [1, 2, 3, 4];
const OUTAGES = 15;
/** Each seed is half a year. */
const YEARS = SEEDS.length / 2;

/** How often the alarm of silent shops rings for nothing on simulated shops, and how soon for an outage. */
export async function run(): Promise<BenchResult[]> {
  return SIMULATED_SHOPS.flatMap((shop) => {
    const watched = SEEDS.map((seed) => watchSimulatedShop(shop, { seed, outages: OUTAGES, learnEvery: 1 }));
    const falseAlarms = watched.reduce((total, one) => total + one.falseAlarms, 0);
    const delays = watched.flatMap((one) => one.delays).sort((a, b) => a - b);
    const at = (share: number) => delays[Math.floor(share * (delays.length - 1))] ?? Number.NaN;
    return [
      {
        name: `silence: ${shop.name}, false alarms`,
        asked: { atMost: 1 },
        measured: falseAlarms / YEARS,
        unit: "per year",
      },
      { name: `silence: ${shop.name}, outage noticed`, asked: null, measured: at(0.5), unit: "h (median)" },
      { name: `silence: ${shop.name}, outage noticed`, asked: null, measured: at(0.9), unit: "h (p90)" },
    ];
  });
}

import { findAlarm } from "~/domain/silences/find-alarm";
import { learnRhythm, type Rhythm } from "~/domain/silences/learn-rhythm";
import { mulberry } from "./mulberry";
import { type SimulatedShop, simulateDeliveries } from "./simulated-shops";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LEARNED_WEEKS = 8;
const WATCHED_WEEKS = 26;
const ZONE = "Asia/Kuala_Lumpur";
/** A Monday's midnight there. */
const START = Date.UTC(2026, 0, 4, 16);

export type Watched = {
  falseAlarms: number;
  /** From a planted outage to its alarm, in hours, shortest first; infinite where it is never noticed. */
  delays: number[];
};

/** Watches a simulated shop for 26 weeks after eight weeks of learning, and how soon planted outages are noticed. */
export function watchSimulatedShop(
  shop: SimulatedShop,
  { seed, outages, learnEvery }: { seed: number; outages: number; learnEvery: number },
): Watched {
  const random = mulberry(seed);
  const days = (LEARNED_WEEKS + WATCHED_WEEKS) * 7;
  const times = simulateDeliveries(shop, days, random).map((time) => START + time);
  const learn = learner(times);
  let [rhythm, learnedAt, falseAlarms]: [Rhythm | null, number, number] = [null, 0, 0];
  const begin = START + LEARNED_WEEKS * 7 * DAY_MS;
  times.forEach((since, index) => {
    const next = times[index + 1];
    if (since < begin || next === undefined) return;
    if (since - learnedAt > learnEvery * DAY_MS) {
      rhythm = learn(since);
      learnedAt = since;
    }
    const alarm = rhythm && next - since > HOUR_MS ? findAlarm(rhythm, since, ZONE) : null;
    if (alarm && alarm.at < next) falseAlarms++;
  });
  const delays = Array.from({ length: outages }, () => {
    const start = begin + random() * (WATCHED_WEEKS - 1) * 7 * DAY_MS;
    const since = times.findLast((time) => time < start) ?? start;
    const known = learn(since);
    const alarm = known && findAlarm(known, since, ZONE);
    return alarm ? (Math.max(alarm.at, start) - start) / HOUR_MS : Number.POSITIVE_INFINITY;
  });
  return { falseAlarms, delays: delays.sort((a, b) => a - b) };
}

function learner(times: readonly number[]) {
  const received = new Map<number, number>();
  for (const time of times) {
    const hour = Math.floor(time / HOUR_MS) * HOUR_MS;
    received.set(hour, (received.get(hour) ?? 0) + 1);
  }
  return (since: number) => {
    const until = Math.floor(since / HOUR_MS) * HOUR_MS;
    return learnRhythm(received, { from: until - LEARNED_WEEKS * 7 * DAY_MS, until, zone: ZONE });
  };
}

import { setTimeout as sleep } from "node:timers/promises";
import { trendOf } from "../../bench/trend";
import { type Random, seededRandom } from "../harness/random";
import { type Ledger, sendAll } from "../harness/send";
import { type Stage, setStage } from "../harness/stage";
import { type Hook, makeTraffic } from "../harness/traffic";
import { judge } from "../harness/verdict";
import type { Scenario } from "./scenario";

const CONNECTIONS = 20;
const RETRY_MS = 10_000;
/** Deliveries of the trial that tells how much the machine applies in a second. */
const TRIAL = 600;
const SHARE_OF_THE_MOST = 0.4;
const ROUND_SECONDS = 5;
/** The runtime takes its memory at first use: what comes before the last two thirds is no part of the trend. */
const WARM_UP = 1 / 3;
/** Growth below this share of the mean over the whole run is none. */
const SLIGHT_GROWTH = 0.05;
const MEGABYTE = 1024 ** 2;

type Sample = { memory: number; backlog: number };

/** A steady load for minutes: memory does not grow, and nothing piles up. */
export const soak: Scenario = {
  id: "soak",
  isMeasure: true,
  title: "20 connections send steadily, at two fifths of what the machine applies",
  async run({ seed, minutes }) {
    const stage = await setStage({ retryMs: RETRY_MS, connections: CONNECTIONS });
    try {
      const load = new Load(stage, seededRandom(seed));
      const perSecond = SHARE_OF_THE_MOST * (await load.measureMost());
      const samples: Sample[] = [];
      const rounds = Math.max(5, Math.round((minutes * 60) / ROUND_SECONDS));
      for (let i = 0; i < rounds; i++) {
        await load.sendRound(Math.max(1, Math.round(perSecond * ROUND_SECONDS)), ROUND_SECONDS);
        samples.push({ memory: stage.worker.memoryBytes / MEGABYTE, backlog: await load.countBacklog() });
      }
      const { sent, ledger } = load;
      const verdict = await judge({ owner: stage.owner, sent, ...ledger, patienceMs: 120_000 });
      const late = samples.slice(Math.floor(samples.length * WARM_UP));
      const memory = describeTrend(
        "memory (MB)",
        late.map((sample) => sample.memory),
      );
      const backlog = describeTrend(
        "backlog (deliveries)",
        late.map((sample) => sample.backlog),
        // What one round sends may well be on its way.
        perSecond * ROUND_SECONDS,
      );
      return {
        ...verdict,
        faults: `${perSecond.toFixed(0)} deliveries a second, ${rounds} rounds of ${ROUND_SECONDS} s`,
        figures: [memory.text, backlog.text],
        missed: [memory, backlog].filter(({ isFlat }) => !isFlat).length,
      };
    } finally {
      await stage.close();
    }
  },
};

class Load {
  readonly sent: Hook[] = [];
  readonly ledger: Ledger = { acknowledged: [], attempts: 0 };
  readonly #keys = new Set<string>();
  readonly #stage: Stage;
  readonly #random: Random;

  constructor(stage: Stage, random: Random) {
    this.#stage = stage;
    this.#random = random;
  }

  /** Deliveries applied in a second when as many come as are taken. */
  async measureMost(): Promise<number> {
    const hooks = await this.#make(TRIAL);
    const startedAt = Date.now();
    await sendAll(hooks, this.ledger);
    while ((await this.countBacklog()) > 0) await sleep(50);
    return TRIAL / ((Date.now() - startedAt) / 1000);
  }

  /** Spreads so many deliveries over so many seconds, in portions of a tenth. */
  async sendRound(count: number, seconds: number): Promise<void> {
    const hooks = await this.#make(count);
    const portions = 10 * seconds;
    const startedAt = Date.now();
    const sending: Promise<void>[] = [];
    for (let i = 0; i < portions; i++) {
      const from = Math.floor((i * count) / portions);
      const portion = hooks.slice(from, Math.floor(((i + 1) * count) / portions));
      sending.push(sendAll(portion, this.ledger));
      await sleep(Math.max(0, startedAt + (i + 1) * 100 - Date.now()));
    }
    await Promise.all(sending);
  }

  /** Different deliveries that were sent and have had no effect yet. */
  async countBacklog(): Promise<number> {
    const { rows } = await this.#stage.owner.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM deliveries WHERE outcome IN ('applied', 'stale')",
    );
    return this.#keys.size - (rows[0]?.count ?? 0);
  }

  async #make(count: number): Promise<Hook[]> {
    const hooks = await makeTraffic({
      ...{ random: this.#random, count, duplicateShare: 0.2 },
      targets: this.#stage.shops,
      from: this.#keys.size,
    });
    for (const { key } of hooks) this.#keys.add(key);
    this.sent.push(...hooks);
    return hooks;
  }
}

/** Flat when the slope is lost in its noise, or so slight that it does not matter over the run. */
function describeTrend(
  name: string,
  values: readonly number[],
  harmless = 0,
): { text: string; isFlat: boolean } {
  const { mean, slope, error } = trendOf(values);
  const growth = slope * values.length;
  const isFlat = slope <= 2 * error || growth <= Math.max(SLIGHT_GROWTH * mean, harmless);
  const perMinute = (value: number) => ((value * 60) / ROUND_SECONDS).toFixed(2);
  const text = `${name}: ${mean.toFixed(1)} on average, ${perMinute(slope)} ± ${perMinute(error)} a minute: ${isFlat ? "flat" : "it grows"}`;
  return { text, isFlat };
}

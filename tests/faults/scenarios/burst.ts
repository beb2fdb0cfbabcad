import { percentile } from "../../bench/statistics";
import { seededRandom } from "../harness/random";
import { type Ledger, sendAll } from "../harness/send";
import { setStage } from "../harness/stage";
import { makeTraffic } from "../harness/traffic";
import { judge } from "../harness/verdict";
import { measureQuietShop } from "./quiet-shop";
import type { Scenario } from "./scenario";

const CONNECTIONS = 50;
/** How long an inbox waits for a confirmation in production. */
const RETRY_MS = 10_000;
const ALONE = 60;
const MOST_TIMES_ALONE = 1.5;

/** Everybody sends at once, except for one shop: nothing is lost, and that shop hardly notices. */
export const burst: Scenario = {
  id: "burst",
  isMeasure: true,
  title: "50 connections of ten organizations and four platforms send at once; one sends as ever",
  async run({ seed, deliveries }) {
    const random = seededRandom(seed);
    const stage = await setStage({ retryMs: RETRY_MS, connections: CONNECTIONS });
    try {
      const [, ...busy] = stage.shops;
      const ledger: Ledger = { acknowledged: [], attempts: 0 };
      // The first deliveries after a start are no part of either figure.
      const warm = await measureQuietShop(stage, { from: 0, atLeast: 5, ledger, isOver: () => true });
      const alone = await measureQuietShop(stage, { from: 5, atLeast: ALONE, ledger, isOver: () => true });
      const crowd = await makeTraffic({ random, count: deliveries, duplicateShare: 0.2, targets: busy });
      const state = { isOver: false };
      const startedAt = Date.now();
      const sending = sendAll(crowd, ledger).finally(() => {
        state.isOver = true;
      });
      const among = await measureQuietShop(stage, {
        ...{ from: 5 + ALONE, atLeast: 5, ledger },
        isOver: () => state.isOver,
      });
      await sending;
      const seconds = (Date.now() - startedAt) / 1000;
      const sent = [...warm.sent, ...alone.sent, ...crowd, ...among.sent];
      const verdict = await judge({ owner: stage.owner, sent, ...ledger, patienceMs: 600_000 });
      const [before, during] = [percentile(alone.waits, 0.99), percentile(among.waits, 0.99)];
      const ratio = during / before;
      return {
        ...verdict,
        faults: `${deliveries} deliveries and the quiet shop's ${among.sent.length} in ${seconds.toFixed(0)} s`,
        figures: [
          `the quiet shop's p50 from request to row: alone ${percentile(alone.waits, 0.5)} ms, in the burst ${percentile(among.waits, 0.5)} ms`,
          `its p99: alone ${before} ms, in the burst ${during} ms: ${ratio.toFixed(2)} times (asked at most ${MOST_TIMES_ALONE})`,
        ],
        missed: ratio > MOST_TIMES_ALONE ? 1 : 0,
      };
    } finally {
      await stage.close();
    }
  },
};

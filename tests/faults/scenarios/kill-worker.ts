import { setTimeout as sleep } from "node:timers/promises";
import type { FaultyWorker } from "../harness/faulty-worker";
import { type Random, seededRandom } from "../harness/random";
import { type Ledger, sendAll } from "../harness/send";
import { setStage } from "../harness/stage";
import { makeTraffic } from "../harness/traffic";
import { judge } from "../harness/verdict";
import type { Scenario } from "./scenario";

/** Kills that come after the last acknowledgement, while the deliveries are being applied. */
const LATE_SHARE = 1 / 3;

/** `kill -9` of the Worker's process at random moments while it receives, hands on and applies. */
export const killWorker: Scenario = {
  id: "R1",
  title: "the Worker's process is killed while it receives and applies",
  async run({ seed, deliveries, kills }) {
    const random = seededRandom(seed);
    const stage = await setStage({ retryMs: 300 });
    try {
      const sent = await makeTraffic({
        random,
        count: deliveries,
        duplicateShare: 0.2,
        targets: [stage.shop],
      });
      const ledger: Ledger = { acknowledged: [], attempts: 0 };
      const late = Math.floor(kills * LATE_SHARE);
      const killing = killWhileSending(stage.worker, {
        random,
        kills: kills - late,
        count: deliveries,
        ledger,
      });
      await sendAll(sent, ledger);
      await killing;
      for (let i = 0; i < late; i++) {
        await sleep(random.below(400));
        await stage.worker.kill();
      }
      const verdict = await judge({ owner: stage.owner, sent, ...ledger, patienceMs: 120_000 });
      return { ...verdict, faults: `${kills} kills, ${ledger.attempts - deliveries} unanswered requests` };
    } finally {
      await stage.close();
    }
  },
};

async function killWhileSending(
  worker: FaultyWorker,
  { random, kills, count, ledger }: { random: Random; kills: number; count: number; ledger: Ledger },
): Promise<void> {
  const moments = Array.from({ length: kills }, () => random.below(count)).sort((a, b) => a - b);
  for (const moment of moments) {
    while (ledger.acknowledged.length < moment) await sleep(5);
    await sleep(random.below(30));
    await worker.kill();
  }
}

import { setTimeout as sleep } from "node:timers/promises";
import { seededRandom } from "../harness/random";
import { type Ledger, sendAll } from "../harness/send";
import { setStage } from "../harness/stage";
import { makeTraffic } from "../harness/traffic";
import { judge } from "../harness/verdict";
import type { Scenario } from "./scenario";

/** Postgres ends at once in the middle of the stream and comes back later; the shop must not notice. */
export const stopDatabase: Scenario = {
  id: "R2",
  title: "the database is gone for a while; deliveries are still accepted",
  async run({ seed, deliveries, outageMs }) {
    const random = seededRandom(seed);
    const stage = await setStage({ retryMs: 500 });
    try {
      const sent = await makeTraffic({
        random,
        count: deliveries,
        duplicateShare: 0.2,
        targets: [stage.shop],
      });
      const ledger: Ledger = { acknowledged: [], attempts: 0 };
      const before = Math.floor(deliveries / 3);
      await sendAll(sent.slice(0, before), ledger);
      await stage.stopDatabase();
      const [during] = await Promise.all([
        sendAll(sent.slice(before, 2 * before), ledger).then(() => ledger.acknowledged.length - before),
        sleep(outageMs),
      ]);
      await stage.startDatabase();
      await sendAll(sent.slice(2 * before), ledger);
      const verdict = await judge({ owner: stage.owner, sent, ...ledger, patienceMs: 180_000 });
      return { ...verdict, faults: `${outageMs} ms without a database, ${during} accepted meanwhile` };
    } finally {
      await stage.close();
    }
  },
};

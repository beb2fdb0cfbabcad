import { seededRandom } from "../harness/random";
import { type Ledger, sendAll } from "../harness/send";
import { setStage } from "../harness/stage";
import { makeTraffic } from "../harness/traffic";
import { judge } from "../harness/verdict";
import type { Scenario } from "./scenario";

/** An inbox that waits a hundredth of a second hands everything on again and again while it is being applied. */
export const sameBatchTwice: Scenario = {
  id: "R6",
  title: "the same deliveries are handed on many times and applied at once",
  async run({ seed, deliveries }) {
    const random = seededRandom(seed);
    const stage = await setStage({ retryMs: 10 });
    try {
      const sent = await makeTraffic({
        random,
        count: deliveries,
        duplicateShare: 0.2,
        targets: [stage.shop],
      });
      const ledger: Ledger = { acknowledged: [], attempts: 0 };
      await sendAll(sent, ledger);
      const verdict = await judge({ owner: stage.owner, sent, ...ledger, patienceMs: 120_000 });
      return { ...verdict, faults: "every range handed on repeatedly" };
    } finally {
      await stage.close();
    }
  },
};

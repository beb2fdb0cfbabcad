import { seededRandom } from "../harness/random";
import { type Ledger, sendAll } from "../harness/send";
import { type Stage, setStage } from "../harness/stage";
import { type Hook, makeTraffic } from "../harness/traffic";
import { judge } from "../harness/verdict";
import type { Scenario } from "./scenario";

const POISONED = "1";
const isPoisoned = ({ order, status }: Hook) => String(order) === POISONED && status === "paid";

/** One delivery of a hundred cannot be applied whatever is tried: the others must be, and it must be shown. */
export const poison: Scenario = {
  id: "R5",
  title: "one delivery of a hundred is poisoned; the others are applied and it is shown",
  async run({ seed }) {
    const random = seededRandom(seed);
    const stage = await setStage({ retryMs: 500 });
    try {
      await poisonOrder(stage);
      const sent = await makeTraffic({ random, count: 100, duplicateShare: 0, targets: [stage.shop] });
      const ledger: Ledger = { acknowledged: [], attempts: 0 };
      await sendAll(sent, ledger);
      const healthy = ledger.acknowledged.filter((hook) => !isPoisoned(hook));
      const verdict = await judge({ owner: stage.owner, sent, acknowledged: healthy, patienceMs: 60_000 });
      const shown = await stage.owner.query(
        "SELECT subject, body IS NOT NULL AS kept FROM deliveries WHERE outcome = 'failed'",
      );
      const isShown =
        shown.rows.length === 1 && shown.rows[0].subject === `order:${POISONED}` && shown.rows[0].kept;
      const details = isShown ? verdict.details : [`shown as failed: ${JSON.stringify(shown.rows)}`];
      return {
        ...verdict,
        details,
        lost: verdict.lost + (isShown ? 0 : 1),
        faults: `1 poisoned of 100, ${shown.rows.length} shown as failed`,
      };
    } finally {
      await stage.close();
    }
  },
};

/** The database refuses one state of one order, as a bug in our own code would make it. */
async function poisonOrder({ owner }: Stage): Promise<void> {
  await owner.query(
    `CREATE FUNCTION refuse_poison() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN RAISE EXCEPTION 'poison' USING ERRCODE = '22000'; END $$`,
  );
  await owner.query(
    `CREATE TRIGGER poison BEFORE INSERT OR UPDATE ON orders FOR EACH ROW
     WHEN (NEW.external_id = '${POISONED}' AND NEW.status = 'paid') EXECUTE FUNCTION refuse_poison()`,
  );
}

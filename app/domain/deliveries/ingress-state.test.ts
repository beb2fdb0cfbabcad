import { expect, test } from "vitest";
import { openHttp } from "~/db/client";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { createTestDatabase } from "../../../tests/setup/database";
import { getIngressState } from "./get-ingress-state.server";
import { type IngressState, judgeIngress } from "./ingress-state";
import { tellIngressPulse } from "./tell-ingress-pulse.server";

const NOW = new Date("2026-06-15T04:30:00Z");
const fine: IngressState = {
  sweptAt: "2026-06-15T04:27:00Z",
  waiting: 2,
  received: 10,
  failed: 1,
  lagMs: 900,
};

test.each([
  ["good", fine],
  ["good", { ...fine, sweptAt: null, waiting: null, received: 0, lagMs: null }],
  ["late", { ...fine, lagMs: 61_000 }],
  ["late", { ...fine, waiting: 1_001 }],
  ["late", { ...fine, sweptAt: "2026-06-15T04:09:00Z" }],
  ["down", null],
])("the ingress is %s with %j", (verdict, state) => {
  expect(judgeIngress(state, NOW)).toBe(verdict);
});

test("the state sums up what all organizations received in this hour and the one before, without samples, and names nobody", async () => {
  const database = await createTestDatabase();
  const db = openHttp(database.url);
  expect(await getIngressState(db, NOW)).toEqual({
    sweptAt: null,
    waiting: null,
    received: 0,
    failed: 0,
    lagMs: null,
  });
  const addHours = async (hours: readonly string[], isSample: boolean) => {
    const shop = await createConnectedShop((text, values) => database.owner.query(text, values));
    await database.owner.query("UPDATE connections SET is_sample = $2 WHERE id = $1", [
      shop.connectionId,
      isSample,
    ]);
    for (const hour of hours) {
      await database.owner.query(
        `INSERT INTO connection_hours (org_id, connection_id, hour, received, failed, needs_attention, timed,
           lag_sum_ms, lag_max_ms) VALUES ($1, $2, $3, 5, 1, 0, 4, 8000, 7000)`,
        [shop.orgId, shop.connectionId, `2026-06-15T${hour}:00Z`],
      );
    }
  };
  await addHours(["04:00", "03:00"], false);
  await addHours(["04:00", "02:00"], false);
  await addHours(["04:00"], true);
  await tellIngressPulse(db, NOW, 7);
  await tellIngressPulse(db, new Date(NOW.getTime() - 1), 99);
  const { sweptAt, ...rest } = await getIngressState(db, NOW);
  expect(rest).toEqual({ waiting: 7, received: 15, failed: 3, lagMs: 2000 });
  expect(Date.parse(sweptAt ?? "")).toBe(NOW.getTime());
});

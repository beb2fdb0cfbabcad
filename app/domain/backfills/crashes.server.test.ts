import { expect, test } from "vitest";
import type { ShopApi } from "~/connectors/api/shop-fetch";
import { wooCustomerBody } from "~/connectors/woocommerce/fixtures/customer-body";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import { wooProductBody } from "~/connectors/woocommerce/fixtures/product-body";
import { inOrgTransaction } from "~/db/org-transaction";
import { createAskedShop } from "../../../tests/factories/asked-shop";
import { shopRows } from "../../../tests/factories/shop-rows";
import { apiOf } from "../../../tests/fakes/fake-api";
import { FakeWooShop } from "../../../tests/fakes/woo-shop";
import { createTestDatabase } from "../../../tests/setup/database";
import type { JobPort } from "../context";
import type { JobStep } from "../jobs/job-step";
import { JOB_STEPS } from "../jobs/job-steps.server";

const database = await createTestDatabase();

/** Points at which a worker may be gone, in the order in which a step comes by them. */
const POINTS = [
  "before the shop is asked",
  "after it answered",
  "before the transaction",
  "after COMMIT",
  "after the step",
];

/** A way to the shop, to the database and through a step that each die at one point, the first time they come there. */
function dyingAt(point: string, api: ShopApi) {
  let isDead = false;
  const die = (here: string) => {
    if (here !== point || isDead) return;
    isDead = true;
    throw new Error(`planted: gone ${here}`);
  };
  const shops: ShopApi = {
    ...api,
    async ask(request) {
      const isPage = request.url.includes("offset=99");
      if (isPage) die("before the shop is asked");
      const answer = await api.ask(request);
      if (isPage) die("after it answered");
      return answer;
    },
  };
  let transactions = 0;
  const inOrg: JobPort["inOrg"] = async (orgId, work) => {
    transactions += 1;
    if (transactions === 4) die("before the transaction");
    const result = await inOrgTransaction(database.url, orgId, work);
    if (transactions === 4) die("after COMMIT");
    return result;
  };
  const backfill: JobStep = async (tools, job) => {
    const result = await JOB_STEPS.backfill({ ...tools, inOrg }, job);
    if (job.done > 50) die("after the step");
    return result;
  };
  return { shops, steps: { ...JOB_STEPS, backfill }, isDead: () => isDead };
}

function fill(woo: FakeWooShop): void {
  for (let id = 1; id <= 150; id++)
    woo.put("orders", wooOrderBody({ id, buyer: { email: `p${id % 7}@example.com`, phone: "" } }));
  woo.put("customers", wooCustomerBody({ id: 25 }));
  woo.put("products", wooProductBody({ id: 91 }));
}

async function read(point: string) {
  const woo = new FakeWooShop();
  fill(woo);
  const dying = dyingAt(point, apiOf({ "kedai.my": woo }));
  const shop = await createAskedShop(database, dying.shops);
  const jobId = await shop.begin();
  await shop.finish(jobId, { steps: dying.steps });
  const { state, done, failed } = await shop.jobRow(jobId);
  return {
    rows: await shopRows(database.owner, shop.orgId),
    job: { state, done, failed },
    isDead: dying.isDead(),
  };
}

test("a worker that is gone at any point of a step leaves a job that ends with the rows of one clean pass", async () => {
  const { error } = console;
  console.error = () => undefined;
  try {
    const clean = await read("nowhere");
    expect(clean).toMatchObject({ isDead: false, job: { state: "done", done: 152, failed: 0 } });
    for (const point of POINTS) expect(await read(point)).toEqual({ ...clean, isDead: true });
  } finally {
    console.error = error;
  }
});

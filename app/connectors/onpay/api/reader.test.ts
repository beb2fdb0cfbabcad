import { expect, test } from "vitest";
import { apiOf } from "../../../../tests/fakes/fake-api";
import { FakeOnPayAccount } from "../../../../tests/fakes/onpay-account";
import type { Period, Place, ShopReader } from "../../api/shop-reader";
import { saleBody } from "../fixtures/sale-body";
import { parse } from "../parse";
import { onpayReader } from "./reader";

function open(token = "onpay-token") {
  const account = new FakeOnPayAccount();
  const api = apiOf({ "kedai.onpay.my": account });
  return { account, api, reader: onpayReader(api, { account: "kedai", token }) };
}

const sale = (id: number, changes: Record<string, unknown> = {}) => ({ ...saleBody(changes), id });

async function readWhole(
  reader: ShopReader,
  between: () => void = () => undefined,
  period: Period = { since: null, until: null },
) {
  const ids: number[] = [];
  for (let place: Place | null = null, pages = 0; pages < 30; pages++) {
    const page = await reader.readAll("order", { place, period });
    ids.push(...page.records.map(({ externalId }) => Number(externalId)));
    if (page.next === null) return ids;
    place = page.next;
    between();
  }
  throw new Error("reading does not end");
}

const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, i) => from - i);

test("every sale is read once, the newest first, a question a second", async () => {
  const { account, api, reader } = open();
  for (let id = 1; id <= 250; id++) account.put(sale(id));
  expect(await readWhole(reader)).toEqual(down(250, 1));
  expect(api.sleptMs()).toBe(2000);
});

test("sales that come or go meanwhile make nothing be passed over", async () => {
  const { account, reader } = open();
  for (let id = 1; id <= 250; id++) account.put(sale(id));
  let next = 251;
  const ids = await readWhole(reader, () => {
    if (next === 251) account.sales = account.sales.filter(({ id }) => id !== 200 && id !== 201);
    if (next > 252) account.put(sale(next));
    next += 1;
  });
  expect(ids).toEqual(down(250, 1));
});

test("reading ends at the first sale before the period", async () => {
  const { account, reader } = open();
  for (let id = 1; id <= 120; id++)
    account.put(sale(id, { created_at: id <= 60 ? "2026-01-01 10:00:00" : "2026-11-01 10:00:00" }));
  const ids = await readWhole(reader, undefined, { since: "2026-06-01T00:00:00.000Z", until: null });
  expect(ids).toEqual(down(120, 61));
  expect(account.asked).toHaveLength(1);
});

test("a sale is what its webhook says, paid or not", async () => {
  const { account, reader } = open();
  account.put(sale(1, { status: 0 }));
  account.put(sale(2));
  const { records } = await reader.readAll("order", { place: null, period: { since: null, until: null } });
  const statuses = records.map(({ topic, headers, body }) => {
    const result = parse({ topic, headers, body, receivedAt: "2026-11-20T09:00:00.000Z" });
    return result.outcome === "events" && result.events[0]?.kind === "order.state"
      ? result.events[0].order.status
      : null;
  });
  expect(statuses).toEqual(["paid", "pending"]);
});

test("asking for what changed gives new sales, and looks at the watched ones again", async () => {
  const { account, reader } = open();
  for (let id = 1; id <= 5; id++) account.put(sale(id, { status: 0 }));
  const since = "2026-01-01T00:00:00.000Z";
  const first = await reader.readChanged("order", { mark: null, since, watched: [] });
  expect(first.records).toHaveLength(5);
  account.put(sale(6));
  account.put(sale(2));
  const second = await reader.readChanged("order", { mark: first.mark, since, watched: ["2", "x'"] });
  expect(second.records.map(({ externalId, topic }) => [externalId, topic])).toEqual([
    ["6", "sale.confirmed"],
    ["2", "sale.confirmed"],
  ]);
});

test("a token that OnPay does not know comes with status 200, and is named all the same", async () => {
  const { reader } = open("wrong");
  await expect(readWhole(reader)).rejects.toMatchObject({ problem: "keys_refused" });
});

import { afterAll, expect, test, vi } from "vitest";
import { wooDelivery } from "~/connectors/woocommerce/fixtures/delivery";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import { startBuiltApp } from "../setup/built-app";
import { joinApp } from "./support/app-member";
import { connectShop } from "./support/app-shop";

const app = await startBuiltApp();
const { owner } = app.database;
const admin = await joinApp(app);
const shop = await connectShop(app, admin);
const base = `/o/${admin.slug}`;
const PEOPLE = 60;

/** Words that stand nowhere but with one person. */
const canaries = Array.from({ length: PEOPLE }, (_, i) => ({
  email: `canary-${i}-of-logs@example.com`,
  phone: `01299${String(10_000 + i)}`,
  name: `Kenari${i}Log`,
}));
const words = canaries.flatMap(({ email, phone, name }) => [email, phone, phone.slice(1), name]);

afterAll(() => owner.query("ALTER TABLE IF EXISTS customers_away RENAME TO customers"));

const orderOf = ({ email, phone, name }: (typeof canaries)[number], id: number) =>
  wooOrderBody({ id, buyer: { email, phone, name } });

test("[2.2d] no customer's name, email or phone stands in a log, whatever fails", async () => {
  for (const [i, person] of canaries.entries()) {
    const body = orderOf(person, 1_000 + i);
    expect((await shop.deliver("order.created", body)).status).toBe(200);
    // Unmappable, badly signed, of nobody: each is refused or parked somewhere else.
    if (i % 3 === 0)
      await shop.deliver("order.created", { ...body, id: `?${person.email}`, line_items: person });
    if (i % 3 === 1) await shop.deliver(`order.${person.name}`, body);
    const forged = await wooDelivery({ topic: "order.created", secret: person.email, body });
    expect((await fetch(shop.address, { method: "POST", ...forged })).status).toBe(401);
  }
  await vi.waitFor(
    async () => {
      const { rows } = await owner.query("SELECT count(*)::int AS n FROM customers");
      expect(rows).toEqual([{ n: PEOPLE }]);
    },
    { timeout: 60_000, interval: 200 },
  );
  await owner.query("ALTER TABLE customers RENAME TO customers_away");
  for (const { email, phone, name } of canaries.slice(0, 10)) {
    for (const text of [email, phone, name]) {
      for (const page of [`${base}/customers`, `${base}/orders`, `${base}/search`])
        await admin.ask(`${page}?q=${encodeURIComponent(text)}`);
    }
    await admin.submit("/log-in", { email, password: name });
    await admin.submit("/sign-up", { email, name, password: phone });
    await admin.ask(`${base}/customers/${email}`);
  }
  expect(app.takeErrors().length).toBeGreaterThan(0);
  expect(app.logs.length).toBeGreaterThan(0);
  const log = app.logs.join("\n");
  expect(words.filter((word) => log.includes(word))).toEqual([]);
});

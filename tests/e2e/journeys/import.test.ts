import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeWorkbook, sheetRows } from "../../factories/workbook";
import { startBrowser } from "../../setup/browser";
import { startBuiltApp } from "../../setup/built-app";
import { joinApp } from "../support/app-member";
import { isInteractive, openPage } from "../support/watched-page";

const app = await startBuiltApp();
const browser = await startBrowser();
const admin = await joinApp(app);
const { page, takeTrouble } = await openPage(browser, app, { member: admin });
const base = `/o/${admin.slug}`;
const UNTIDY = join(import.meta.dirname, "../../../public/templates/senarai-pelanggan.csv");

afterAll(() => expect(takeTrouble()).toEqual([]));

test("[1.2a] [2.1b] an untidy spreadsheet is matched, rehearsed, imported and undone", async () => {
  await page.goto(`${base}/imports/new`);
  await isInteractive(page);
  await page.getByLabel("Choose a file").setInputFiles(UNTIDY);
  await page.getByRole("cell", { name: "Tan Wei Ming" }).waitFor();
  await page.getByRole("button", { name: "Go on to matching" }).click();
  await page.getByText("All columns were recognized.").waitFor();
  await page.getByRole("button", { name: "Rehearse" }).click();
  await page.getByText("Nothing was written yet.", { exact: false }).first().waitFor();
  const run = page.getByRole("button", { name: /^Import \d+ rows$/ });
  await run.waitFor({ timeout: 30_000 });
  await run.click();
  await page.getByText("What was imported").waitFor({ timeout: 30_000 });
  await page.getByRole("button", { name: "Undo import" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Undo import" }).click();
  await page.getByText("This import was undone").waitFor({ timeout: 30_000 });
});

const ORDERS = `Jualan Kedai Sari Rasa;;;;;;;;
;;;;;;;;
No. Pesanan;Tarikh;Status Pesanan;Jumlah;Nama Barang;Kuantiti;Nama Pelanggan;No. Tel;E-mel
1001;23/11/2025 3:05 PM;Selesai;RM 40,00;Sambal;2;Aina;012-345 6789;aina@contoh.my
1001;;;;Rendang;1;;;
1002;24/11/2025;Belum bayar;RM 5,50;Kuih;1;Borhan;0123456780;
1003;32/11/2025;Entah;#REF!;Kuih;1;;;
`;

test("an untidy list of sales becomes orders with their buyers, and is undone", async () => {
  await page.goto(`${base}/imports/new?noun=orders`);
  await isInteractive(page);
  const file = { name: "jualan.csv", mimeType: "text/csv", buffer: Buffer.from(ORDERS) };
  await page.getByLabel("Choose a file").setInputFiles(file);
  await page.getByRole("button", { name: "Go on to matching" }).click();
  await page.getByText("Rows with the same order number are one order", { exact: false }).waitFor();
  await page.reload();
  await isInteractive(page);
  await page.getByText("All columns were recognized.").waitFor();
  await page.getByRole("button", { name: "Rehearse" }).click();
  const run = page.getByRole("button", { name: "Import 2 orders" });
  await run.waitFor({ timeout: 30_000 });
  await page.getByText("2 × Sambal; 1 × Rendang").waitFor();
  await run.click();
  await page.getByText("What was imported").waitFor({ timeout: 30_000 });
  await page.getByRole("link", { name: "See orders" }).click();
  await page.getByRole("link", { name: "1001" }).first().waitFor();
  await page.goBack();
  await page.getByRole("button", { name: "Undo import" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Undo import" }).click();
  await page.getByText("This import was undone").waitFor({ timeout: 30_000 });
});

test("a column without a field gets one on the way", async () => {
  await page.goto(`${base}/imports/new`);
  await isInteractive(page);
  const buffer = Buffer.from("Emel,Tarikh lahir\nsiti@contoh.my,23/11/1990\n");
  await page.getByLabel("Choose a file").setInputFiles({ name: "saiz.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Go on to matching" }).click();
  const column = page.getByLabel("Tarikh lahir");
  await column.selectOption({ label: "Make a custom field “Tarikh lahir” (date)" });
  await expect.poll(() => column.inputValue(), { timeout: 15_000 }).toMatch(/^custom:/);
});

test("a workbook of 100,000 rows is read without the page standing still", async () => {
  const rows = Array.from({ length: 100_000 }, (_, n) => [`Pelanggan ${n}`, `p${n}@contoh.my`]);
  const workbook = makeWorkbook({ sheets: { Senarai: sheetRows([["Nama", "Emel"], ...rows]) } });
  await page.goto(`${base}/imports/new`);
  await isInteractive(page);
  await page.evaluate(watchFrames);
  const buffer = Buffer.from(await workbook.arrayBuffer());
  await page.getByLabel("Choose a file").setInputFiles({ name: "besar.xlsx", mimeType: "", buffer });
  await page.getByRole("button", { name: "Go on to matching" }).click();
  await page.waitForURL(/imports\/[0-9a-f-]{36}/, { timeout: 90_000 });
  const longest = await page.evaluate(() => Number(document.documentElement.dataset.longestPause));
  console.info(`longest pause of the page while 100,000 rows were read and sent: ${Math.round(longest)} ms`);
  expect(longest).toBeLessThan(1000);
});

/** Keeps the longest time between two frames on the page itself. */
function watchFrames() {
  let last = performance.now();
  const frame = (now: number) => {
    const { dataset } = document.documentElement;
    dataset.longestPause = String(Math.max(Number(dataset.longestPause ?? 0), now - last));
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

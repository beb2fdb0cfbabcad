import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { PLATFORMS } from "~/connectors/registry";
import { createCustomer } from "../factories/customer-rows";
import { startBrowser } from "../setup/browser";
import { startBuiltApp } from "../setup/built-app";
import { ACCESS_MATRIX } from "./access-matrix";
import type { World } from "./access-rules";
import { type AppMember, joinApp } from "./support/app-member";
import { createWorld, keepImport } from "./support/app-world";
import { connectAskedShop } from "./support/asked-connection";
import { listBuildRoutes } from "./support/build-routes";
import { findBarriers, lookOf, overflowOf } from "./support/judge-page";
import { tellContact } from "./support/told-contacts";
import { DESKTOP, isInteractive, openPage, PHONE, type WatchedPage } from "./support/watched-page";

const app = await startBuiltApp();
const browser = await startBrowser();
const routes = await listBuildRoutes();
const admin = await joinApp(app);
let world: World;
/** The page of a shop of each platform, with how it is connected, of a file of each noun, and of a shop that is asked. */
const guides: string[] = [];
const files: string[] = [];
const asked: string[] = [];

beforeAll(async () => {
  world = await createWorld(app, admin);
  await tellContact(app, admin, world, "kak.ros@contoh.my");
  const base = `/o/${admin.slug}`;
  await admin.submit(`${base}/customers/${world.customerId}/edit`, { intent: "tag", name: "Setia" });
  const trashed = await createCustomer(app.database, admin.orgId, { name: "Pak Din" });
  await admin.submit(`${base}/trash`, { intent: "trash", noun: "customer", id: trashed });
  for (const platform of PLATFORMS) {
    const answer = await admin.submit(`${base}/connections/new`, { platform, name: `Kedai ${platform}` });
    guides.push(z.string().parse(answer.headers.get("Location")));
  }
  for (const noun of ["orders", "products"] as const)
    files.push(`${base}/imports/${await keepImport(app, admin, noun)}`);
  const page = await connectAskedShop(app, admin);
  asked.push(page, `${page}/sync`);
});

const filtered = (field: string, op: string, value: string | number) =>
  `filter=${encodeURIComponent(JSON.stringify({ v: 1, match: "all", rules: [{ field, op, value }] }))}`;

/** States of pages that no route's plain address shows. */
const MORE_OF_ORGS = [
  "/connections/new?platform=woocommerce",
  "/connections/new?platform=shopify",
  "/customers?q=nobody",
  `/customers?${filtered("name", "startsWith", "a")}&columns=email,phone,city,orders,spend,lastOrder,tags`,
  `/customers?${filtered("orders", "is", "many")}`,
  `/orders?${filtered("total", "atLeast", 1)}&density=compact`,
  "/settings/trash?noun=order",
  "/orders/new?customer=0190a000-0000-7000-8000-000000000000",
  "/orders?q=0",
  "/subscriptions/new?customer=0190a000-0000-7000-8000-000000000000",
  "/imports/new?noun=orders",
  "/imports/new?noun=products",
  "/connections/deliveries?outcome=failed",
  "/settings/security?saved=password",
  "/customers/0190a000-0000-7000-8000-000000000000",
];
const MORE_OF_VISITORS = ["/log-in?notice=verified", "/nowhere"];

const pages = routes.flatMap(({ id, isPage }) => {
  const path = ACCESS_MATRIX[id]?.path;
  return isPage && path && id !== "root" && id !== "routes/$" ? [{ id, path }] : [];
});
const isOfOrg = (id: string) => id.startsWith("routes/o.$slug");
const isOfPeople = (id: string) => ACCESS_MATRIX[id]?.loader === "session";
const paths = (belongs: (id: string) => boolean) =>
  pages.filter(({ id }) => belongs(id)).map(({ path }) => path(world));

// Barriers are looked for at one width each, so that every two of language, theme and width meet once.
const LOOKS = [
  { language: "en", theme: "light", judgedAt: PHONE },
  { language: "en", theme: "dark", judgedAt: DESKTOP },
  { language: "ms", theme: "light", judgedAt: DESKTOP },
  { language: "ms", theme: "dark", judgedAt: PHONE },
] as const;
type Look = (typeof LOOKS)[number];

async function memberWhoSees({ language, theme }: Look, organization: AppMember): Promise<AppMember> {
  const member = await joinApp(app, { organization });
  await app.database.owner.query("UPDATE users SET language = $2, theme = $3 WHERE id = $1", [
    member.userId,
    language,
    theme,
  ]);
  return member;
}

const TABS = 2;

/** Opens each address at both widths, several at once, and lists what is wrong, by address. */
async function inspect(look: Look, addresses: readonly string[], member?: AppMember) {
  const waiting = [...addresses];
  const wrong: Record<string, string[]> = {};
  const cookies = new Set<string>();
  const work = async () => {
    const options = { member, colorScheme: look.theme, viewport: PHONE };
    const tab = await openPage(browser, app, options);
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const found = await inspectPage(look, address, tab);
      if (found.length > 0) wrong[address] = found;
    }
    for (const { name } of await tab.context.cookies()) cookies.add(name);
    await tab.context.close();
  };
  await Promise.all(Array.from({ length: TABS }, work));
  return { wrong, cookies: [...cookies] };
}

async function inspectPage(look: Look, address: string, { page, takeTrouble }: WatchedPage) {
  const found: string[] = [];
  await page.setViewportSize(PHONE);
  await page.goto(address);
  await isInteractive(page);
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport);
    const overflow = await overflowOf(page);
    if (overflow > 0) found.push(`${overflow} px wider than ${viewport.width}`);
    if (viewport === look.judgedAt) found.push(...(await findBarriers(page)));
  }
  const { language, theme } = await lookOf(page);
  if (language !== look.language || theme !== look.theme) found.push(`shown in ${language}, ${theme}`);
  return [...found, ...takeTrouble()];
}

describe("every page fits, can be used by everybody, keeps its policy, and asks nobody else", () => {
  test.each(LOOKS)("[7.1] [8.1] [8.2] an organization's pages, $language, $theme", async (look) => {
    const member = await memberWhoSees(look, admin);
    // Guides differ by their words alone, which are at their tightest on a phone.
    const more = [...MORE_OF_ORGS.map((path) => `/o/${admin.slug}${path}`), ...files, ...asked];
    if (look.judgedAt === PHONE) more.push(...guides);
    const { wrong, cookies } = await inspect(look, [...paths(isOfOrg), ...more], member);
    expect(wrong).toEqual({});
    expect(cookies).toEqual(["orucrm-dev"]);
  });

  test.each(LOOKS)("[7.1] [8.1] [8.2] pages of whoever is logged in, $language, $theme", async (look) => {
    const addresses = paths(isOfPeople).map((path) => path.replace("lng=en", `lng=${look.language}`));
    const { wrong, cookies } = await inspect(look, addresses, await memberWhoSees(look, admin));
    expect(wrong).toEqual({});
    expect(cookies).toEqual(["orucrm-dev"]);
  });

  test.each(LOOKS)("[7.1] [8.1] [8.2] visitors' pages, $language, $theme", async (look) => {
    const ofVisitors = paths((id) => !isOfOrg(id) && !isOfPeople(id));
    const addresses = [...ofVisitors, ...MORE_OF_VISITORS].map(
      (path) => `${path}${path.includes("?") ? "&" : "?"}lng=${look.language}`,
    );
    const { wrong, cookies } = await inspect(look, addresses);
    expect(wrong).toEqual({});
    expect(cookies).toEqual([]);
  });
});

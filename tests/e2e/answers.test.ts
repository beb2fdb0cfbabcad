import { afterEach, describe, expect, test } from "vitest";
import { startBrowser } from "../setup/browser";
import { startBuiltApp } from "../setup/built-app";
import { joinApp } from "./support/app-member";
import { findBarriers, overflowOf } from "./support/judge-page";
import { DESKTOP, isInteractive, openPage, PHONE } from "./support/watched-page";

const app = await startBuiltApp();
const admin = await joinApp(app);
const viewer = await joinApp(app, { organization: admin, role: "viewer" });
const base = `/o/${admin.slug}`;

const HTML = [
  "/",
  "/log-in",
  "/nowhere",
  base,
  `${base}/customers`,
  `${base}/customers/x`,
  `${base}/settings`,
];

/** Visitors' pages lead somebody who is logged in on to their organization. */
const ask = (path: string) => (path.startsWith(base) ? admin.ask(path) : fetch(app.url + path));

describe("an HTML answer", () => {
  test("has a nonce of its own, which every script in it carries", async () => {
    const nonces = new Set<string>();
    for (const path of [...HTML, ...HTML]) {
      const answer = await ask(path);
      const policy = answer.headers.get("Content-Security-Policy") ?? "";
      const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
      expect(nonce.length).toBeGreaterThanOrEqual(22);
      nonces.add(nonce);
      const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    }
    expect(nonces.size).toBe(2 * HTML.length);
  });

  test("lets nobody embed, sniff or keep it, and runs no inline script without the nonce", async () => {
    for (const path of HTML) {
      const { headers } = await ask(path);
      const policy = headers.get("Content-Security-Policy") ?? "";
      for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
        expect(policy).toContain(rule);
      expect(/script-src [^;]*unsafe/.test(policy)).toBe(false);
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(headers.get("Referrer-Policy")).toBe("same-origin");
      expect(headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
      expect(headers.get("Cache-Control")).toBe("no-store");
      expect(headers.get("Access-Control-Allow-Origin")).toBeNull();
    }
  });
});

describe("an error page", async () => {
  const browser = await startBrowser();

  test.each(["en", "ms"] as const)(
    "says what happened on phone and desktop: 403 and 404, %s",
    async (language) => {
      for (const { member, path } of [
        { member: viewer, path: `${base}/connections` },
        { member: viewer, path: `${base}/settings/audit` },
        { member: admin, path: `${base}/orders/x` },
      ]) {
        await app.database.owner.query("UPDATE users SET language = $2 WHERE id = $1", [
          member.userId,
          language,
        ]);
        expect(await judge(member, path)).toEqual({ wrong: [], status: path.endsWith("/x") ? 404 : 403 });
      }
    },
  );

  describe("of a page whose data cannot be read", () => {
    afterEach(() => app.database.owner.query("ALTER TABLE IF EXISTS products_away RENAME TO products"));

    test("is answered 500 and tells nothing of the inside, but the number under which it is logged", async () => {
      await app.database.owner.query("ALTER TABLE products RENAME TO products_away");
      expect(await judge(admin, `${base}/products`)).toEqual({ wrong: [], status: 500 });
      app.takeErrors();
      const answer = await admin.ask(`${base}/products`);
      const [html, requestId] = [await answer.text(), answer.headers.get("X-Request-Id") ?? ""];
      expect(html).not.toMatch(/relation|select |NeonDb|at async/i);
      expect(requestId).not.toBe("");
      expect(html).toContain(`>${requestId}<`);
      const errors = app.takeErrors();
      // The page and the frame around it read together, and fail together.
      expect(errors.length).toBeGreaterThan(0);
      for (const error of errors) expect(error).toContain(requestId);
      expect(errors.join()).not.toContain("@example.com");
    });
  });

  async function judge(member: typeof admin, path: string) {
    const { page, context, takeTrouble } = await openPage(browser, app, { member, viewport: PHONE });
    const status = (await page.goto(path))?.status();
    await isInteractive(page);
    const wrong: string[] = [];
    for (const viewport of [PHONE, DESKTOP]) {
      await page.setViewportSize(viewport);
      if ((await overflowOf(page)) > 0) wrong.push(`wider than ${viewport.width}`);
      wrong.push(...(await findBarriers(page)));
    }
    wrong.push(...takeTrouble());
    await context.close();
    return { wrong, status };
  }
});

test("the mailbox is not there where real mail is sent", async () => {
  const sending = await startBuiltApp({ MAIL_PROVIDER: "resend", RESEND_API_KEY: "re_test" });
  for (const path of ["/dev/mailbox", "/dev/mailbox.json"])
    expect((await fetch(sending.url + path)).status).toBe(404);
  await sending.stop();
});

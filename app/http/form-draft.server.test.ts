import { describe, expect, test } from "vitest";
import { TEST_KEYRING } from "../../tests/factories/org-context";
import { leadThroughConfirm, readDraft } from "./form-draft.server";

const AT = new Date("2026-11-23T02:00:00Z");
const mine = { userId: "0190a000-0000-7000-8000-000000000001", form: "email" };
const values = { email: "baharu@kedai.my" };
const servicesAt = (minutes: number) => ({
  keyring: TEST_KEYRING,
  now: () => new Date(AT.getTime() + minutes * 60_000),
});

/** The page that somebody is led back to once they have confirmed. */
async function wayBack(): Promise<URL> {
  const detour = await leadThroughConfirm(servicesAt(0), mine, { page: "/o/kedai", hash: "email", values });
  const confirm = new URL(detour.headers.get("Location") ?? "", "https://app.orucrm.com");
  expect([detour.status, confirm.pathname]).toEqual([302, "/account/confirm"]);
  return new URL(confirm.searchParams.get("next") ?? "", confirm);
}

const read = (url: URL, { minutes = 1, draftOf = mine } = {}) =>
  readDraft(servicesAt(minutes), draftOf, new Request(url));

describe("a form on its detour", () => {
  test("comes back to its page as it was filled in, unreadable on the way", async () => {
    const url = await wayBack();
    expect([url.pathname, url.hash]).toEqual(["/o/kedai", "#email"]);
    expect(url.href).not.toContain("baharu");
    expect(await read(url)).toEqual(values);
  });

  test("is nobody else's, no other form's, and is forgotten after half an hour", async () => {
    const url = await wayBack();
    const other = { ...mine, userId: "0190a000-0000-7000-8000-000000000002" };
    expect(await read(url, { draftOf: other })).toBeNull();
    expect(await read(url, { draftOf: { ...mine, form: "password" } })).toBeNull();
    expect(await read(url, { minutes: 31 })).toBeNull();
  });

  test.each(["", "sealed", "sealed.1.AAAA", "sealed.9.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"])(
    "is empty where the address says %j",
    async (draft) => {
      expect(await read(new URL(`https://app.orucrm.com/o/kedai?draft=${draft}`))).toBeNull();
    },
  );

  test("is empty without one", async () => {
    expect(await read(new URL("https://app.orucrm.com/o/kedai"))).toBeNull();
  });
});

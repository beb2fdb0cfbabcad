import { describe, expect, test } from "vitest";
import { createServerI18n, findLanguage, getServerT } from "./i18n.server";

const request = (path: string, accept?: string) =>
  new Request(`https://app.test${path}`, accept ? { headers: { "Accept-Language": accept } } : {});

describe("the language of an answer", () => {
  test("is the user's own before anything that the request says", async () => {
    expect(await findLanguage(request("/?lng=en", "en"), "ms")).toBe("ms");
  });

  test("is the one in a visitor's URL, then the browser's, then English", async () => {
    expect(await findLanguage(request("/?lng=ms", "en"))).toBe("ms");
    expect(await findLanguage(request("/", "ms-MY,ms;q=0.9,en;q=0.5"))).toBe("ms");
    expect(await findLanguage(request("/", "en-MY,en;q=0.9,ms;q=0.5"))).toBe("en");
    expect(await findLanguage(request("/", "zh-CN,ms;q=0.5"))).toBe("ms");
    expect(await findLanguage(request("/", "ta"))).toBe("en");
    expect(await findLanguage(request("/"))).toBe("en");
  });

  test("is never one that we do not speak", async () => {
    expect(await findLanguage(request("/?lng=xx"), "zz")).toBe("en");
    expect(await findLanguage(request("/?lng=../../etc", "*"))).toBe("en");
  });
});

test("two answers at once keep their languages apart", () => {
  const [english, malay] = [createServerI18n("en"), createServerI18n("ms")];
  expect(english.t("common:actions.save")).toBe("Save");
  expect(malay.t("common:actions.save")).toBe("Simpan");
  expect(english.t("common:actions.save")).toBe("Save");
});

test("counts take the language's plural and grouped digits", () => {
  expect(getServerT("en")("common:count.orders", { count: 1 })).toBe("1 order");
  expect(getServerT("en")("common:count.orders", { count: 1204 })).toBe("1,204 orders");
  expect(getServerT("ms")("common:count.orders", { count: 1 })).toBe("1 pesanan");
  expect(getServerT("ms")("common:count.orders", { count: 1204 })).toBe("1,204 pesanan");
});

import { afterEach, expect, test, vi } from "vitest";
import { loadOtherTexts, startClientI18n } from "./i18n.client";

afterEach(() => vi.unstubAllGlobals());

test("the browser begins in the page's language and follows a switch to the other", async () => {
  vi.stubGlobal("document", { documentElement: { lang: "ms" } });
  vi.stubGlobal("location", { pathname: "/o/kedai" });
  const i18n = await startClientI18n();
  expect(i18n.t("shell:sections.orders")).toBe("Pesanan");
  expect(i18n.hasResourceBundle("en", "shell")).toBe(false);
  expect(i18n.hasResourceBundle("ms", "connections")).toBe(false);
  await loadOtherTexts(i18n);
  expect(i18n.hasResourceBundle("ms", "connections")).toBe(true);
  await i18n.changeLanguage("en");
  expect(i18n.t("shell:sections.orders")).toBe("Orders");
  expect(i18n.t("errors:form.tooShort", { min: 8 })).toBe("Use at least 8 characters.");
});

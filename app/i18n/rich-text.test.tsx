import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { HOSTILE_STRINGS } from "../../tests/factories/hostile-strings";
import { createServerI18n } from "./i18n.server";
import { RichText } from "./rich-text";

const ROOT = join(import.meta.dirname, "../..");
const t = createServerI18n("en").getFixedT("en", "audit");

const show = (subject: string) =>
  renderToStaticMarkup(
    <RichText
      t={t}
      i18nKey="acts.connection.created"
      values={{ subject }}
      components={{ b: <b className="own" /> }}
    />,
  );

/** As React writes text. */
const escaped = (text: string) =>
  text.replace(
    /[&<>"']/g,
    (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" })[sign] ?? "",
  );

describe("a text with elements", () => {
  test("has those that it names itself", () => {
    expect(show("Kedai")).toBe('Connected <b class="own">Kedai</b>');
  });

  test.each([
    ...HOSTILE_STRINGS,
    "</b><b onclick=x>",
    "<b style='color:red'>",
    "a & b &amp; &lt;",
    "$t(acts.password.changed)",
  ])("shows %j as it was written, and makes nothing of it", (subject) =>
    expect(show(subject)).toBe(`Connected <b class="own">${escaped(subject)}</b>`),
  );

  test("is made here alone: elsewhere values could become elements", () => {
    const users = globSync("app/**/*.tsx", { cwd: ROOT }).filter((file) =>
      /\bTrans\b/.test(readFileSync(join(ROOT, file), "utf8").replace(/\/\*\*[\s\S]*?\*\//g, "")),
    );
    expect(users).toEqual(["app/i18n/rich-text.tsx"]);
  });
});

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { getServerT } from "~/i18n/i18n.server";
import { LANGUAGES } from "~/i18n/languages";
import { ACTIONS, isAction } from "./actions";

const ROOT = join(import.meta.dirname, "../../..");

/** Acts as the code and the database's functions write them. */
const actionsIn = (text: string) =>
  [
    ...text.matchAll(
      /(?:\baction: |privacyAct\(draft, )"([a-z_]+\.[a-z_]+)"|(?:account_audit|audit_append|audit_append_in)\([^;]*?'((?!app\.)[a-z_]+\.[a-z_]+)'/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? "");

describe("an act", () => {
  test.each(LANGUAGES)("has words, in %s", (language) => {
    const t = getServerT(language);
    for (const action of ACTIONS) expect(t(`audit:acts.${action}`)).not.toContain("acts.");
  });

  test("is in the list, wherever it is written", () => {
    const files = globSync(["app/**/*.ts", "workers/**/*.ts", "migrations/*.sql"], { cwd: ROOT });
    const written = files
      .filter((file) => !/\.test\.ts$/.test(file))
      .flatMap((file) => actionsIn(readFileSync(join(ROOT, file), "utf8")));
    expect(written).toEqual(
      expect.arrayContaining(["connection.created", "session.started", "trash.purged"]),
    );
    expect(written.filter((action) => !isAction(action))).toEqual([]);
  });

  test("that is planted without words is caught", () => {
    expect(actionsIn('auditRow(ctx, { action: "gremlin.fed" })').filter((one) => !isAction(one))).toEqual([
      "gremlin.fed",
    ]);
  });
});

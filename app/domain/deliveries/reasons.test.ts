import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { getServerT } from "~/i18n/i18n.server";
import { LANGUAGES } from "~/i18n/languages";
import { isReason, REASONS } from "./reasons";

const ROOT = join(import.meta.dirname, "../../..");

/** Reasons as the code that ends deliveries writes them. */
const reasonsIn = (text: string) =>
  [...text.matchAll(/\breason: "([a-z_]+)"|\bends\("\w+", "([a-z_]+)"/g)].map(
    (match) => match[1] ?? match[2] ?? "",
  );

describe("a delivery's reason", () => {
  test.each(LANGUAGES)("has words for what it means and what to do, in %s", (language) => {
    const t = getServerT(language);
    for (const reason of REASONS) {
      for (const part of ["what", "next"]) {
        const key = `deliveries:reasons.${reason}.${part}`;
        expect(t(key)).not.toBe(key.replace("deliveries:", ""));
      }
    }
  });

  test("is in the list, wherever the code ends a delivery with it", () => {
    const files = globSync(["app/domain/deliveries/*.ts"], { cwd: ROOT }).filter(
      (file) => !/\.test\.ts$/.test(file),
    );
    const used = files.flatMap((file) => reasonsIn(readFileSync(join(ROOT, file), "utf8")));
    expect(used).toContain("could_not_apply");
    expect(used.filter((reason) => !isReason(reason))).toEqual([]);
  });

  test("that is planted without words is caught", () => {
    expect(
      reasonsIn('return { outcome: "failed", reason: "gremlins" }').filter((one) => !isReason(one)),
    ).toEqual(["gremlins"]);
  });
});

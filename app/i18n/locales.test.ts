import { describe, expect, test } from "vitest";
import { en } from "./locales/en";
import { ms } from "./locales/ms";

type Texts = { [key: string]: string | Texts };

/** `customers.columns.name` -> text. Plural forms count as one key: languages have different ones. */
function flatten(texts: Texts, path = ""): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    const name = path ? `${path}.${key}` : key;
    if (typeof value === "string") flat.set(name.replace(/_(one|other)$/, ""), value);
    else for (const [inner, text] of flatten(value, name)) flat.set(inner, text);
  }
  return flat;
}

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{.*?\}\}|<\/?\w+>/g)].map((match) => match[0]).sort();

/** What differs between two languages, in words. */
function differences(first: Texts, second: Texts): string[] {
  const [one, other] = [flatten(first), flatten(second)];
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((key) => {
    const [here, there] = [one.get(key), other.get(key)];
    if (here === undefined || there === undefined) return [`${key} is missing in one language`];
    if (!here.trim() || !there.trim()) return [`${key} is empty`];
    const same = placeholders(here).join() === placeholders(there).join();
    return same ? [] : [`${key} has other placeholders`];
  });
}

describe("the languages", () => {
  test("say the same things with the same placeholders", () => {
    expect(differences(en, ms)).toEqual([]);
  });

  test("speak calmly: no exclamation marks, no straight ellipses", () => {
    const loud = [...flatten(en), ...flatten(ms)].filter(([, text]) => /!|\.\.\./.test(text));
    expect(loud).toEqual([]);
  });

  test("have the plural forms that their grammar asks for, and no others", () => {
    const forms = (texts: Texts): string[] =>
      Object.entries(texts).flatMap(([key, value]) => {
        if (typeof value !== "string") return forms(value);
        const [, stem, form = ""] = /^(.+)_(one|two|few|many|other)$/.exec(key) ?? [];
        return `${stem}_other` in texts ? form : [];
      });
    for (const [language, texts] of Object.entries({ en, ms })) {
      const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
      expect(pluralCategories, language).toEqual(expect.arrayContaining([...new Set(forms(texts))]));
    }
  });

  test("name apart what goes to the trash and what goes for good", () => {
    for (const texts of [en, ms]) expect(texts.customers.erase.button).not.toBe(texts.trash.trash);
  });

  test("a missing key, an empty text and another placeholder are caught", () => {
    expect(differences({ a: "x" }, {})).toHaveLength(1);
    expect(differences({ a: "x" }, { a: " " })).toHaveLength(1);
    expect(differences({ a: "{{name}}" }, { a: "{{nama}}" })).toHaveLength(1);
    expect(differences({ a_one: "x", a_other: "x" }, { a_other: "x" })).toEqual([]);
  });
});

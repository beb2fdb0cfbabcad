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

  test("a missing key, an empty text and another placeholder are caught", () => {
    expect(differences({ a: "x" }, {})).toHaveLength(1);
    expect(differences({ a: "x" }, { a: " " })).toHaveLength(1);
    expect(differences({ a: "{{name}}" }, { a: "{{nama}}" })).toHaveLength(1);
    expect(differences({ a_one: "x", a_other: "x" }, { a_other: "x" })).toEqual([]);
  });
});

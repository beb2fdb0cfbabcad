import type pg from "pg";

type Person = { name: string; email: string; phone: string; number: string };

/** What people type, by form; each made of customers that exist, with a seeded choice. */
export async function searchForms(owner: pg.Pool, count: number): Promise<Map<string, string[]>> {
  const { rows } = await owner.query<Person>(
    `SELECT c.name, c.email, substr(c.phone, 3) AS phone, o.number
     FROM (SELECT setseed(0.7)) seed, customers c JOIN orders o ON o.org_id = c.org_id AND o.customer_id = c.id
     WHERE c.email IS NOT NULL AND c.name ~ '^[A-Z]' ORDER BY random() LIMIT $1`,
    [count],
  );
  const of = (form: (person: Person, i: number) => string) => rows.map(form);
  const cycle = (...words: string[]) => rows.map((_, i) => words[i % words.length] ?? "");
  return new Map([
    ["whole name", of(({ name }) => name)],
    ["part of a name", of(({ name }, i) => partOf(longestWord(name), i))],
    ["phone 012-345 6789", of(({ phone }) => `0${phone.slice(0, 2)}-${phone.slice(2, 5)} ${phone.slice(5)}`)],
    [
      "phone +60 12 345 6789",
      of(({ phone }) => `+60 ${phone.slice(0, 2)} ${phone.slice(2, 5)} ${phone.slice(5)}`),
    ],
    ["beginning of a phone", of(({ phone }, i) => `0${phone.slice(0, 3 + (i % 4))}`)],
    ["last digits", of(({ phone }, i) => phone.slice(-4 - (i % 3)))],
    ["email", of(({ email }) => email)],
    ["part of an email", of(({ email }) => email.slice(2, email.indexOf("@") + 3))],
    ["order number", of(({ number }, i) => (i % 2 ? `#${number}` : number))],
    ["one or two letters", cycle("a", "s", "zu", "li", "x", "ng", "q", "mu")],
    ["Chinese characters", cycle("王", "小", "明丽", "林", "玲", "张伟")],
    ["common parts", cycle("ali", "muhammad", "60123", "@gmail", "binti", "com", "bin ali", "0111")],
  ]);
}

function longestWord(name: string): string {
  return name.split(/[^A-Za-z]/).reduce((longest, word) => (word.length > longest.length ? word : longest));
}

/** From some letter on, but three letters at least: fewer are looked for at the beginning of words only. */
function partOf(word: string, i: number): string {
  return word.slice(Math.min(i % 3, Math.max(0, word.length - 3)));
}

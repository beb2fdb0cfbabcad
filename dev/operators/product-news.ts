import type { ClientBase, Pool } from "pg";
import * as z from "zod";
import { slugOf } from "~/lib/slug";
import { Refusal } from "../refusal";

type Database = Pick<ClientBase | Pool, "query">;
type Words = { subject: string; body: string };

/** Product news in both languages. */
export type ProductNews = { en: Words; ms: Words };

const SUBJECT_MAX = 120;
const countsSchema = z.object({ users: z.number().int(), mailed: z.number().int() });

/** What the news is known by: the same subject is never told twice. */
export function newsKey({ en }: ProductNews): string {
  return `product/${slugOf(en.subject)}`;
}

/** Refuses words that no mail can carry: line breaks in a subject, an empty body. */
export function checkNews(news: ProductNews): void {
  for (const { subject, body } of [news.en, news.ms]) {
    if (subject.length === 0 || subject.length > SUBJECT_MAX || /\p{Cc}/u.test(subject))
      throw new Refusal(`A subject is one line of 1 to ${SUBJECT_MAX} characters.`);
    if (body.trim().length === 0) throw new Refusal("The text is empty.");
  }
}

/** How many users the news would reach, and how many of them by mail. */
export async function countReaders(db: Database): Promise<{ users: number; mailed: number }> {
  const { rows } = await db.query(
    `SELECT count(*)::int AS users, count(*) FILTER (WHERE coalesce(p.product_mail, true))::int AS mailed
     FROM users u LEFT JOIN notification_preferences p ON p.user_id = u.id
     WHERE u.email_verified_at IS NOT NULL AND u.closes_at IS NULL`,
  );
  return countsSchema.parse(rows[0]);
}

/** Opens the news; the app's schedule tells and mails it in batches, each user once. False when it was told before. */
export async function openNews(db: Database, news: ProductNews): Promise<boolean> {
  checkNews(news);
  const facts = {
    title_en: news.en.subject,
    title_ms: news.ms.subject,
    body_en: news.en.body,
    body_ms: news.ms.body,
  };
  const { rows } = await db.query("SELECT announcement_open($1, 'product', $2, $3) AS is_new", [
    newsKey(news),
    JSON.stringify(facts),
    JSON.stringify(news),
  ]);
  return rows[0]?.is_new === true;
}

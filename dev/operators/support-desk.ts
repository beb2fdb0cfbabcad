import { randomUUID } from "node:crypto";
import type { ClientBase, Pool } from "pg";
import * as z from "zod";
import { Refusal } from "../refusal";

type Database = Pick<ClientBase | Pool, "query">;

const LISTED = 50;
const BODY_MAX = 4000;

const listedSchema = z.object({
  reference: z.string(),
  state: z.string(),
  organization: z.string(),
  subject: z.string(),
  waiting: z.string(),
});
const messageSchema = z.object({ author: z.string(), at: z.string(), body: z.string() });

/** The threads that wait for an answer, the longest waiting first; one line each. */
export async function listOpenRequests(db: Database): Promise<string[]> {
  const { rows } = await db.query(
    `SELECT r.reference, r.state, o.name AS organization, r.subject,
       to_char(r.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') AS waiting
     FROM support_requests r JOIN organizations o ON o.id = r.org_id
     WHERE r.state = 'open' ORDER BY r.updated_at LIMIT $1`,
    [LISTED],
  );
  return z
    .array(listedSchema)
    .parse(rows)
    .map((one) => `${one.reference}  ${one.waiting} UTC  ${one.organization}  ${one.subject}`);
}

/** A thread's messages, oldest first. Refuses an unknown reference. */
export async function showRequest(db: Database, reference: string): Promise<string[]> {
  const { rows } = await db.query(
    `SELECT m.author, to_char(m.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') AS at, m.body
     FROM support_messages m JOIN support_requests r ON r.org_id = m.org_id AND r.id = m.request_id
     WHERE r.reference = $1 ORDER BY m.created_at, m.id`,
    [reference],
  );
  if (rows.length === 0) throw new Refusal(`There is no request ${reference}.`);
  return z
    .array(messageSchema)
    .parse(rows)
    .map(({ author, at, body }) => `${author}, ${at} UTC\n${body}\n`);
}

/** Writes an answer into the thread; whoever asked is notified, and mailed within minutes. Refuses what cannot be kept. */
export async function answerRequest(db: Database, reference: string, text: string): Promise<void> {
  const body = text.replace(/\r\n?/g, "\n").trim();
  if (body.length === 0 || body.length > BODY_MAX)
    throw new Refusal(`An answer has 1 to ${BODY_MAX} characters; this one has ${body.length}.`);
  if (!/^(?:[^\p{Cc}]|[\n\t])*$/u.test(body)) throw new Refusal("The answer has control characters.");
  const { rows } = await db.query("SELECT support_answer($1, $2, $3) AS is_done", [
    reference,
    randomUUID(),
    body,
  ]);
  if (rows[0]?.is_done !== true) throw new Refusal(`There is no request ${reference}.`);
}

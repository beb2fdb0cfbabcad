import * as z from "zod";
import type { BuiltApp } from "../../setup/built-app";
import type { World } from "../access-rules";
import type { AppMember } from "./app-member";

const rowSchema = z.tuple([z.object({ id: z.uuid() })]);

/**
 * Writes a contact wherever people may write one down: a note, a private custom field, the proof
 * of an agreement, and a shared view that filters by it. Answers the field's column.
 */
export async function tellContact(app: BuiltApp, admin: AppMember, world: World, email: string) {
  const base = `/o/${world.slug}`;
  const customer = `${base}/customers/${world.customerId}`;
  const send = async (path: string, fields: Record<string, string>) => {
    const answer = await admin.submit(path, fields);
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    await answer.arrayBuffer();
  };
  const name = `Field of ${world.customerId}`;
  await send(`${base}/settings/fields.data`, { intent: "create", type: "text", name, isPrivate: "true" });
  const found = await app.database.owner.query("SELECT id FROM custom_fields WHERE name = $1", [name]);
  const [{ id: fieldId }] = rowSchema.parse(found.rows);
  await send(`${customer}/edit`, { intent: "set-field", fieldId, value: email });
  await send(`${customer}/notes`, { intent: "add", body: `Write to ${email}` });
  await send(`${customer}/edit`, {
    intent: "consent",
    channel: "email",
    state: "subscribed",
    wording: `News to ${email}?`,
    place: `Asked by ${email}`,
  });
  const filter = { v: 1, match: "all", rules: [{ field: "email", op: "is", value: email }] };
  await send(`${base}/views`, {
    intent: "create",
    noun: "customers",
    name: `View of ${world.customerId}`,
    isShared: "true",
    state: JSON.stringify({ filter, sort: "name", order: "asc", columns: null, density: null }),
  });
  return `custom:text:${fieldId}`;
}

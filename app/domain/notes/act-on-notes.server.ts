import { and, eq, sql } from "drizzle-orm";
import { customers } from "~/db/schema/customers";
import { notes } from "~/db/schema/notes";
import { AppError } from "~/lib/app-error";
import { type Act, auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";
import { isAllowed } from "../organizations/permissions";
import { requireRecordId } from "../record-id";
import { findMentions } from "./find-mentions";
import { listNoteReaders } from "./note-readers-queries.server";
import type { NoteAction } from "./notes.schema";

type Written = { id: string; customerId: string; body: string };

/**
 * Adds, changes, deletes or brings back a note on a customer. Members whom it names anew are told,
 * if they may read it. Only its author changes a note; who manages tags and fields may delete any.
 * Throws `not_found` and `forbidden`.
 */
export async function actOnNotes(
  ctx: OrgContext,
  input: { customerId: string; action: NoteAction },
): Promise<void> {
  const customerId = requireRecordId(input.customerId);
  const { action } = input;
  if (action.intent === "add") return addNote(ctx, { id: ctx.newId(), customerId, body: action.body });
  const [{ role }, [note]] = await Promise.all([
    ctx.db.entry(),
    ctx.db.read(
      ctx.db.orm
        .select({ authorId: notes.authorId, body: notes.body, mentions: notes.mentions })
        .from(notes)
        .where(and(eq(notes.id, action.noteId), eq(notes.customerId, customerId))),
    ),
  ]);
  if (!note) throw new AppError("not_found", "errors:notFound");
  const isOwn = note.authorId === ctx.actor.id;
  if (action.intent === "edit") {
    if (!isOwn) throw new AppError("forbidden", "customerPage:errors.othersNote");
    return editNote(ctx, { id: action.noteId, customerId, body: action.body }, note);
  }
  if (!isOwn && !isAllowed(role, "tags.manage"))
    throw new AppError("forbidden", "customerPage:errors.othersNote");
  const isDeleted = action.intent === "delete";
  await ctx.db.write([
    ctx.db.orm
      .update(notes)
      .set({ deletedAt: isDeleted ? ctx.now() : null })
      .where(eq(notes.id, action.noteId)),
    audit(ctx, { action: isDeleted ? "note.deleted" : "note.restored", ...about(customerId) }),
  ]);
}

async function addNote(ctx: OrgContext, note: Written): Promise<void> {
  const { orm } = ctx.db;
  const [[customer], mentions] = await Promise.all([
    ctx.db.read(
      orm
        .select({ mergedInto: customers.mergedInto })
        .from(customers)
        .where(eq(customers.id, note.customerId)),
    ),
    mentionsOf(ctx, note.body),
  ]);
  if (!customer || customer.mergedInto) throw new AppError("not_found", "errors:notFound");
  await ctx.db.write([
    orm.insert(notes).values({ ...note, mentions, authorId: ctx.actor.id, createdAt: ctx.now() }),
    ...tellMentioned(ctx, note, mentions),
    audit(ctx, { action: "note.added", ...about(note.customerId), after: { body: note.body } }),
  ]);
}

async function editNote(
  ctx: OrgContext,
  note: Written,
  before: { body: string; mentions: string[] },
): Promise<void> {
  const mentions = await mentionsOf(ctx, note.body);
  const told = mentions.filter((id) => !before.mentions.includes(id));
  await ctx.db.write([
    ctx.db.orm
      .update(notes)
      .set({ body: note.body, mentions, editedAt: ctx.now() })
      .where(eq(notes.id, note.id)),
    ...tellMentioned(ctx, note, told),
    audit(ctx, {
      action: "note.edited",
      ...about(note.customerId),
      before: { body: before.body },
      after: { body: note.body },
    }),
  ]);
}

async function mentionsOf(ctx: OrgContext, body: string): Promise<string[]> {
  return findMentions(body, await listNoteReaders(ctx));
}

/** The note's words stay on the customer's page. */
function tellMentioned(ctx: OrgContext, note: Written, mentions: readonly string[]) {
  const others = mentions.filter((id) => id !== ctx.actor.id);
  return others.map((userId) =>
    ctx.db.orm.execute(
      sql`select tell_mentioned(${ctx.newId()}::uuid, ${userId}::uuid, ${note.customerId}::uuid, ${note.id}::uuid)`,
    ),
  );
}

const about = (customerId: string) => ({ subject: { kind: "customer", id: customerId } });

const audit = (ctx: OrgContext, act: Act) => ctx.db.orm.execute(auditRow(ctx, act));

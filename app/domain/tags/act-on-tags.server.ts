import { and, eq, ne, sql } from "drizzle-orm";
import * as z from "zod";
import { sqlState } from "~/db/database-error";
import { lockRoom } from "~/db/lock-room";
import { readRows } from "~/db/read-rows";
import { customerTags, tags } from "~/db/schema/tags";
import { AppError } from "~/lib/app-error";
import { type Act, auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";
import { foldTag } from "./fold-tag";
import { noRoom } from "./no-room";
import { MOST_TAGS } from "./tag-limits";
import type { TagAction } from "./tags.schema";

type ActionOf<Intent extends TagAction["intent"]> = Extract<TagAction, { intent: Intent }>;

/** Does what the settings ask with tags. Throws `not_found`, and `conflict` for a name that another tag has or one tag too many. */
export async function actOnTags(ctx: OrgContext, action: TagAction): Promise<void> {
  if (action.intent === "create") return createTag(ctx, action);
  if (action.intent === "update") return updateTag(ctx, action);
  if (action.intent === "merge") return mergeTags(ctx, action);
  return deleteTag(ctx, action);
}

const createdRow = z.object({ made: z.number(), isTaken: z.boolean() });

async function createTag(ctx: OrgContext, { name, colour }: ActionOf<"create">): Promise<void> {
  const folded = foldTag(name);
  const id = ctx.newId();
  const act = { action: "tag.created", subject: { kind: "tag", id }, after: { name, colour } };
  const [, result] = await ctx.db.write([
    ctx.db.orm.execute(lockRoom("tags")),
    ctx.db.orm.execute(sql`
      with made as (
        insert into tags (id, name, folded, colour)
        select ${id}::uuid, ${name}, ${folded}, ${colour}
        where (select count(*) from tags) < ${MOST_TAGS}
        on conflict (org_id, folded) do nothing returning id),
      written as (${auditRow(ctx, act)} from made)
      select (select count(*)::integer from made) as made, (select count(*)::integer from written) as written,
        exists (select from tags where folded = ${folded}) as "isTaken"`),
  ]);
  const [created] = readRows(createdRow, result);
  if (created?.made) return;
  throw created?.isTaken ? nameTaken() : noRoom();
}

async function updateTag(ctx: OrgContext, { id, name, colour }: ActionOf<"update">): Promise<void> {
  const folded = foldTag(name);
  const { orm } = ctx.db;
  const [before, others] = await Promise.all([
    readTag(ctx, id),
    ctx.db.read(
      orm
        .select({ id: tags.id })
        .from(tags)
        .where(and(eq(tags.folded, folded), ne(tags.id, id))),
    ),
  ]);
  if (others.length > 0) throw nameTaken();
  const write = ctx.db.write([
    orm.update(tags).set({ name, folded, colour, updatedAt: ctx.now() }).where(eq(tags.id, id)),
    audit(ctx, {
      action: "tag.updated",
      subject: { kind: "tag", id },
      before: { name: before.name, colour: before.colour },
      after: { name, colour },
    }),
  ]);
  // Another tag may have taken the name since it was looked for.
  await write.catch((error: unknown) => {
    throw sqlState(error) === "23505" ? nameTaken() : error;
  });
}

/** Whoever has the one gets the other; the one is gone. */
async function mergeTags(ctx: OrgContext, { id, into }: ActionOf<"merge">): Promise<void> {
  if (id === into)
    throw new AppError("invalid", "tags:errors.itself", { fields: { into: "tags:errors.itself" } });
  const { orm } = ctx.db;
  const [from, kept] = await Promise.all([readTag(ctx, id), readTag(ctx, into)]);
  await ctx.db.write([
    orm.execute(sql`
      insert into customer_tags (customer_id, tag_id, source, actor_id, created_at)
      select customer_id, ${into}::uuid, source, actor_id, created_at from customer_tags where tag_id = ${id}::uuid
      on conflict (org_id, customer_id, tag_id) do nothing`),
    orm.delete(customerTags).where(eq(customerTags.tagId, id)),
    orm.delete(tags).where(eq(tags.id, id)),
    audit(ctx, {
      action: "tag.merged",
      subject: { kind: "tag", id: into },
      facts: { from: from.name, into: kept.name, customers: from.customersCount },
    }),
  ]);
}

async function deleteTag(ctx: OrgContext, { id }: ActionOf<"delete">): Promise<void> {
  const { orm } = ctx.db;
  const { name, customersCount } = await readTag(ctx, id);
  await ctx.db.write([
    orm.delete(customerTags).where(eq(customerTags.tagId, id)),
    orm.delete(tags).where(eq(tags.id, id)),
    audit(ctx, {
      action: "tag.deleted",
      subject: { kind: "tag", id },
      facts: { tag: name, customers: customersCount },
    }),
  ]);
}

async function readTag({ db }: OrgContext, id: string) {
  const [tag] = await db.read(
    db.orm
      .select({ name: tags.name, colour: tags.colour, customersCount: tags.customersCount })
      .from(tags)
      .where(eq(tags.id, id)),
  );
  if (!tag) throw new AppError("not_found", "errors:notFound");
  return tag;
}

const audit = (ctx: OrgContext, act: Act) => ctx.db.orm.execute(auditRow(ctx, act));

function nameTaken(): AppError {
  return new AppError("conflict", "tags:errors.taken", { fields: { name: "tags:errors.taken" } });
}

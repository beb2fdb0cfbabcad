import { and, asc, desc, eq } from "drizzle-orm";
import * as z from "zod";
import { type Keyset, keysetClauses, type Page, type PageParams, readPosition, toPage } from "~/db/keyset";
import { supportMessages, supportRequests } from "~/db/schema/support";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { listPeople } from "../organizations/organizations-queries.server";
import { visibleRequests } from "./visible-requests.server";

const PAGE_SIZE = 30;

const KEYSET: Keyset = {
  name: "support",
  key: supportRequests.updatedAt,
  id: supportRequests.id,
  order: "desc",
  indexOrder: "asc",
};

const stateSchema = z.enum(["open", "answered", "closed"]);
export type SupportState = z.output<typeof stateSchema>;

export type ListedSupportRequest = {
  id: string;
  reference: string;
  subject: string;
  state: SupportState;
  updatedAt: Date;
  askedBy: string | null;
};

/** A page of the threads that the member may see, the last changed first. */
export async function listSupportRequests(
  ctx: OrgContext,
  params: PageParams,
): Promise<Page<ListedSupportRequest>> {
  const position = readPosition(KEYSET, params);
  const { key, where, orderBy, limit } = keysetClauses(KEYSET, position, PAGE_SIZE);
  const { id, reference, subject, state, updatedAt, userId } = supportRequests;
  const [read, people] = await Promise.all([
    ctx.db.read(
      ctx.db.orm
        .select({ key, id, reference, subject, state, updatedAt, userId })
        .from(supportRequests)
        .where(and(visibleRequests(ctx), where))
        .orderBy(...orderBy)
        .limit(limit),
    ),
    listPeople(ctx),
  ]);
  const names = new Map(people.map((person) => [person.id, person.name]));
  const rows = read.map(({ userId: asker, state: text, ...row }) => ({
    ...row,
    state: stateSchema.parse(text),
    askedBy: names.get(asker) ?? null,
  }));
  return toPage(KEYSET, position, rows, PAGE_SIZE);
}

export type SupportMessage = {
  id: string;
  author: "member" | "operator";
  name: string | null;
  body: string;
  createdAt: Date;
};

/** A thread with its messages, oldest first. Throws `not_found` for one that the member may not see. */
export async function getSupportThread(ctx: OrgContext, requestId: string) {
  const { id, reference, subject, state, createdAt } = supportRequests;
  const [requests, messages, people] = await Promise.all([
    ctx.db.read(
      ctx.db.orm
        .select({ id, reference, subject, state, createdAt })
        .from(supportRequests)
        .where(and(eq(id, requestId), visibleRequests(ctx))),
    ),
    ctx.db.read(
      ctx.db.orm
        .select({
          id: supportMessages.id,
          author: supportMessages.author,
          userId: supportMessages.userId,
          body: supportMessages.body,
          createdAt: supportMessages.createdAt,
        })
        .from(supportMessages)
        .innerJoin(supportRequests, eq(supportRequests.id, supportMessages.requestId))
        .where(and(eq(supportMessages.requestId, requestId), visibleRequests(ctx)))
        .orderBy(asc(supportMessages.createdAt), desc(supportMessages.author), asc(supportMessages.id))
        .limit(300),
    ),
    listPeople(ctx),
  ]);
  const [request] = requests;
  if (!request) throw new AppError("not_found", "errors:notFound");
  const names = new Map(people.map((person) => [person.id, person.name]));
  return {
    ...request,
    state: stateSchema.parse(request.state),
    messages: messages.map(
      ({ userId, author, ...message }): SupportMessage => ({
        ...message,
        author: author === "operator" ? "operator" : "member",
        name: names.get(userId ?? "") ?? null,
      }),
    ),
  };
}

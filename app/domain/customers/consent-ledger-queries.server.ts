import { and, eq, sql } from "drizzle-orm";
import { checkedText } from "~/db/checked-text";
import { type Keyset, keysetClauses, readPosition, toPage } from "~/db/keyset";
import { consents, identities } from "~/db/schema/customers";
import type { OrgContext } from "../context";
import { requireRecordId } from "../record-id";
import { CONSENT_CHANNELS, CONSENT_SOURCES, CONSENT_STATES } from "./consent-words";
import { contactsViewOf } from "./contacts-view";
import { IDENTITY_KINDS } from "./identity-key";
import { requireCustomer } from "./require-customer.server";

const PAGE = 20;

const BY_TIME: Keyset = {
  name: "decided",
  key: consents.decidedAt,
  id: consents.id,
  order: "desc",
  indexOrder: "desc",
};

/**
 * A page of everything that a customer ever agreed to or refused, newest first: in which words,
 * under which address, told by whom. Roles without contacts see neither words nor addresses.
 * `after` is a cursor that an earlier page gave. Throws `not_found`, and `bad_request` for a
 * cursor that is none.
 */
export async function listConsents(ctx: OrgContext, input: { customerId: string; after: string | null }) {
  const customerId = requireRecordId(input.customerId);
  const position = readPosition(BY_TIME, { after: input.after ?? undefined });
  const { key, where, orderBy, limit } = keysetClauses(BY_TIME, position, PAGE);
  const { orm } = ctx.db;
  const [{ role }, read] = await Promise.all([
    ctx.db.entry(),
    ctx.db.read(
      orm
        .select({ key, ...LEDGER_COLUMNS })
        .from(consents)
        .innerJoin(
          identities,
          and(eq(identities.orgId, consents.orgId), eq(identities.id, consents.identityId)),
        )
        .where(and(eq(identities.customerId, customerId), where))
        .orderBy(...orderBy)
        .limit(limit),
    ),
    requireCustomer(ctx, customerId),
  ]);
  const view = contactsViewOf(role);
  const { rows, next } = toPage(BY_TIME, position, read, PAGE);
  return {
    rows: rows.map(({ addressKind, ...row }) => ({
      ...row,
      address: addressKind === "platform" || view.isMasked ? null : row.address,
      wording: view.isMasked ? null : row.wording,
      place: view.isMasked ? null : row.place,
    })),
    next,
  };
}

const LEDGER_COLUMNS = {
  id: consents.id,
  channel: checkedText(consents.channel, CONSENT_CHANNELS),
  state: checkedText(consents.state, CONSENT_STATES),
  source: checkedText(consents.source, CONSENT_SOURCES),
  decidedAt: consents.decidedAt,
  wording: consents.wording,
  place: consents.place,
  /** The email or phone that it was said about; null where the shop named an account. */
  address: identities.value,
  addressKind: checkedText(identities.kind, IDENTITY_KINDS),
  /** Null where nobody of the organization wrote it down, or whoever did is gone. */
  actor: sql<
    string | null
  >`(select p.name from organization_people() p where p.user_id = ${consents.actorId})`,
};

export type LedgerConsent = Awaited<ReturnType<typeof listConsents>>["rows"][number];

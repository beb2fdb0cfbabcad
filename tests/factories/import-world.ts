import { createHash } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { recordConsent } from "~/domain/customers/record-consent.server";
import { applyInterpreted } from "~/domain/deliveries/apply-deliveries.server";
import { correctCustomer } from "~/domain/deliveries/by-hand/correct-customer.server";
import { setCustomerField } from "~/domain/fields/set-customer-field.server";
import { tagCustomer } from "~/domain/tags/tag-customer.server";
import { trashRecord } from "~/domain/trash/trash-record.server";
import type { TestDatabase } from "../setup/database";
import { customerState, person } from "./canonical";
import { createConnectedShop } from "./connected-shop";
import { applyInput, wooReceived } from "./deliveries";
import { createField } from "./field-rows";
import { createMember, type TestMember } from "./org-context";

/** One whom the shop knows, one who is in the trash, and one of whom nobody has heard. */
export const PEOPLE = ["known@example.com", "trashed@example.com", "new@example.com"] as const;
export type Who = (typeof PEOPLE)[number];

type Decided = "subscribed" | "unsubscribed";

/** What somebody says or does while an import goes on. */
export type Happening = { who: Who } & (
  | { kind: "shop"; says: "name" | "company" | "consent"; state: Decided }
  | { kind: "hand"; says: "name" | "company" | "value" | "tag" | "consent"; state: Decided }
);

/** A happening with what was said. */
export type Said = Happening & { text: string };

export type ImportWorld = {
  member: TestMember;
  fieldId: string;
  /** What happened, in its order; what could not, because there was no such customer yet, is left out. */
  said: Said[];
  happen(happening: Happening): Promise<void>;
  /** What people see of everybody who is not in the trash, by email. */
  look(): Promise<Record<string, Seen>>;
};

export type Seen = {
  name: string | null;
  company: string | null;
  value: string | null;
  tags: string[];
  consent: string | null;
};

/** How the shop's two customers are before anything happens. */
export const BEFORE: { [K in keyof Seen]: NonNullable<Seen[K]> } = {
  name: "From the shop",
  company: "Shop Sdn Bhd",
  value: "set before",
  consent: "subscribed",
  tags: ["Old"],
};

const HOUR_MS = 3_600_000;

/** An organization with a shop that told of two customers, of whom one was put into the trash. */
export async function createImportWorld(database: TestDatabase): Promise<ImportWorld> {
  const member = await createMember(database);
  const { orgId } = member;
  const { id: fieldId } = await createField(database, orgId, { type: "text" });
  const shop = await createConnectedShop((text, values) => database.owner.query(text, values), { orgId });
  const said: Said[] = [];
  const edit = () => member.context("customers.edit");

  const idOf = async (who: Who): Promise<string | null> => {
    const found = await database.owner.query(
      "SELECT customer_id FROM identities WHERE org_id = $1 AND value = $2",
      [orgId, who],
    );
    return found.rows[0]?.customer_id ?? null;
  };
  const tell = async (who: Who, facts: { name?: string; company?: string }, at: Date, state?: Decided) => {
    const customer = customerState({
      externalId: String(PEOPLE.indexOf(who) + 1),
      person: person({ platformId: String(PEOPLE.indexOf(who) + 1), email: who, ...facts }),
      consents: state ? [{ ...MARKETING, state, decidedAt: new Date().toISOString() }] : [],
    });
    const event = { kind: "customer.state", sourceTime: at.toISOString(), customer } as const;
    const bodyHash = createHash("sha256").update(JSON.stringify(event)).digest("hex");
    const receivedAt = new Date().toISOString();
    const delivery = {
      ...wooReceived({}, { topic: "customer.updated", receivedAt, bodyHash }),
      id: uuidv7(),
    };
    const input = { ...applyInput(database, shop, []), now: () => new Date() };
    await applyInterpreted(input, [{ delivery, events: [event], verdict: null }]);
  };
  const byHand = async ({ says, state }: Happening, customerId: string, text: string) => {
    if (says === "value") await setCustomerField(edit(), { customerId, fieldId, value: text });
    else if (says === "tag") await tagCustomer(edit(), { customerId, name: "By hand" });
    else if (says === "consent")
      await recordConsent(edit(), {
        ...{ customerId, channel: "email", state },
        wording: "Ya",
        place: "Kaunter",
      });
    else await correctCustomer(edit(), { customerId, form: { [says]: text } });
  };

  for (const who of PEOPLE.slice(0, 2)) {
    await tell(
      who,
      { name: BEFORE.name, company: BEFORE.company },
      new Date(Date.now() - HOUR_MS),
      "subscribed",
    );
    const customerId = (await idOf(who)) ?? "";
    await setCustomerField(edit(), { customerId, fieldId, value: BEFORE.value });
    await tagCustomer(edit(), { customerId, name: "Old" });
    if (who === "trashed@example.com") await trashRecord(edit(), { noun: "customer", id: customerId });
  }

  return {
    member,
    fieldId,
    said,
    async happen(happening) {
      const { who, says, kind, state } = happening;
      const text = `${kind} ${said.length + 1}`;
      if (kind === "shop") {
        const at = new Date(Date.now() + HOUR_MS * (said.length + 1));
        await tell(
          who,
          says === "consent" ? {} : { [says]: text },
          at,
          says === "consent" ? state : undefined,
        );
      } else {
        const customerId = await idOf(who);
        if (customerId === null) return;
        await byHand(happening, customerId, text);
      }
      said.push({ ...happening, text });
    },
    look: () => look(database, orgId),
  };
}

const MARKETING = { channel: "email", purpose: "marketing", optInLevel: null } as const;

async function look({ owner }: TestDatabase, orgId: string): Promise<Record<string, Seen>> {
  const found = await owner.query<Seen & { email: string }>(
    `SELECT c.email, c.name, c.company,
       (SELECT text_value FROM custom_field_values v WHERE (v.org_id, v.customer_id) = (c.org_id, c.id)) AS value,
       coalesce((SELECT array_agg(t.name ORDER BY t.name) FROM customer_tags ct JOIN tags t ON (t.org_id, t.id) =
         (ct.org_id, ct.tag_id) WHERE (ct.org_id, ct.customer_id) = (c.org_id, c.id)), '{}') AS tags,
       (SELECT state FROM consents s JOIN identities i ON (i.org_id, i.id) = (s.org_id, s.identity_id)
         WHERE (i.org_id, i.customer_id) = (c.org_id, c.id)
         ORDER BY s.decided_at DESC, s.recorded_at DESC, s.id DESC LIMIT 1) AS consent
     FROM customers c WHERE org_id = $1 AND deleted_at IS NULL AND merged_into IS NULL`,
    [orgId],
  );
  return Object.fromEntries(found.rows.map(({ email, ...seen }) => [email, seen]));
}

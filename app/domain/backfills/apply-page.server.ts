import type { ReadRecord } from "~/connectors/api/shop-reader";
import { CONNECTORS } from "~/connectors/registry";
import type { OrgTransaction } from "~/db/org-transaction";
import { sha256Hex } from "~/lib/sha256-hex";
import { tombstoneHasher } from "../customers/tombstones";
import { applyRead } from "../deliveries/apply-read.server";
import { failedBy, isAboutDelivery } from "../deliveries/failed-by";
import { type InterpretedRecord, interpretRecord } from "./interpret-record";
import { keepUnread } from "./keep-unread.server";
import type { OpenShop } from "./open-shop.server";
import type { ShopTools } from "./shop-tools";

export type Page = {
  records: readonly ReadRecord[];
  /** The moment just before the shop was asked, ISO 8601 UTC. */
  askedAt: string;
  /** Which job asked, for acts. */
  job: string;
  /** What is kept along with the page, in its transaction; a halved page keeps it with its last part. */
  along?: (tx: OrgTransaction) => Promise<void>;
};

/**
 * Applies a page of records that a shop answered, in one transaction; answers how many of them could not
 * be read or applied. Those are listed with their reason. Doing it again changes nothing.
 */
export async function applyPage(tools: ShopTools, shop: OpenShop, page: Page): Promise<{ unread: number }> {
  const connector = CONNECTORS[shop.connection.platform];
  const records = await Promise.all(
    page.records.map(async (record) =>
      interpretRecord(connector, record, {
        id: tools.newId(),
        receivedAt: page.askedAt,
        // Sorts before every body's hash: what a webhook told of the same moment stands.
        bodyHash: `-${await sha256Hex(JSON.stringify(record.body))}`,
      }),
    ),
  );
  return applyHalving(tools, shop, records, page);
}

async function applyHalving(
  tools: ShopTools,
  shop: OpenShop,
  records: readonly InterpretedRecord[],
  { job, along }: Page,
): Promise<{ unread: number }> {
  const { orgId, connection } = shop;
  const hasher = await tombstoneHasher(tools.keyring, orgId);
  const actor = { kind: "job", name: job } as const;
  const { now, newId } = tools;
  const apply = async (part: readonly InterpretedRecord[], isLast: boolean): Promise<number> => {
    try {
      return await tools.inOrg(orgId, async (tx) => {
        const read = part.filter(({ unread }) => unread === null);
        await applyRead(tx, { connection, read, actor, hasher, now, newId });
        await keepUnread(tx, connection.id, part, now());
        if (isLast) await along?.(tx);
        return part.length - read.length;
      });
    } catch (error) {
      if (!isAboutDelivery(error)) throw error;
      const [only] = part;
      if (!only || only.unread) throw error;
      if (part.length === 1) {
        const { reason, detail } = failedBy(error);
        return apply([{ ...only, unread: { reason, detail } }], isLast);
      }
      const middle = Math.ceil(part.length / 2);
      const first = await apply(part.slice(0, middle), false);
      return first + (await apply(part.slice(middle), isLast));
    }
  };
  return { unread: await apply(records, true) };
}

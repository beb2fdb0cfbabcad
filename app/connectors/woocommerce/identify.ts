import { trimSlashes } from "~/lib/trim-slashes";
import type { Connector, DeliveryHeaders, DeliveryIdentity } from "../connector";
import { joinDedupeKey, shortHash } from "../dedupe-key";
import { isRecord, readId, readText } from "../read";

const LONGEST_TOPIC = 100;
const LONGEST_SHOP = 253;
const SUBJECTS: ReadonlySet<string> = new Set(["order", "customer", "product", "coupon", "subscription"]);

/**
 * WooCommerce repeats nothing by itself and its delivery id is only webhook and
 * second, so a delivery is known by what it says: topic, record, its modified
 * time and the bytes. Without a modified time (a deletion is only `{"id": 7}`)
 * the delivery id tells a second deletion from a repetition of the first.
 */
export const identify: Connector["identify"] = ({ headers, body, bodyHash }): DeliveryIdentity => {
  const topic = readTopic(headers);
  const record = isRecord(body) ? body : {};
  const id = readId(record.id);
  const moment = readText(record.date_modified_gmt) ?? headers["x-wc-webhook-delivery-id"] ?? "";
  const resource = topic.split(".", 1)[0] ?? "";
  return {
    topic,
    dedupeKey: joinDedupeKey([topic, id ?? "", moment, shortHash(bodyHash)]),
    sourceShop: readSourceShop(headers["x-wc-webhook-source"]),
    subject: id !== null && SUBJECTS.has(resource) ? `${resource}:${id}` : null,
  };
};

function readTopic(headers: DeliveryHeaders): string {
  return readText(headers["x-wc-webhook-topic"], LONGEST_TOPIC)?.toLowerCase() ?? "unknown";
}

/** The site's address without scheme, `www.` and trailing slash, so that a move to https is no other shop. */
function readSourceShop(source: string | undefined): string | null {
  if (source === undefined || !URL.canParse(source)) return null;
  const { host, pathname } = new URL(source);
  const shop = host.replace(/^www\./, "") + trimSlashes(pathname);
  return shop === "" ? null : shop.slice(0, LONGEST_SHOP);
}

import type { ReadPage } from "../../api/shop-reader";
import { readRecords, type WooAsk } from "./client";
import { toRead } from "./records";

const PAGE = 100;

type InVariations = { offset: number; lastId: number; parents: string[]; parentPage: number };

/** A page of the variations of the first waiting product. They are not in the shop's total. */
export async function readVariations(ask: WooAsk, place: InVariations): Promise<ReadPage> {
  const [parent = "", ...others] = place.parents;
  const answer = await ask(`products/${parent}/variations`, {
    per_page: String(PAGE),
    page: String(place.parentPage),
    orderby: "id",
    order: "asc",
  });
  const page = answer === null ? [] : readRecords(answer);
  // Their own list leaves out whose they are; webhooks say it.
  const records = page.map((variation) => toRead("product", { ...variation, parent_id: Number(parent) }));
  const isLast = page.length < PAGE;
  const next = isLast
    ? { ...place, parents: others, parentPage: 1 }
    : { ...place, parentPage: place.parentPage + 1 };
  return { records, next, total: null };
}

import { slugOf } from "~/lib/slug";

const LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

/** The plain slug of an organization's name, and one with a random end for when another organization has it. */
export function freeSlugs(
  name: string,
  bytes: Uint8Array = crypto.getRandomValues(new Uint8Array(5)),
): { slug: string; otherSlug: string } {
  const slug = slugOf(name) || "shop";
  const end = [...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join("");
  return { slug, otherSlug: `${slug}-${end}` };
}

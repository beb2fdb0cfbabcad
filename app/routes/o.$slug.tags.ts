import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { listTags } from "~/domain/tags/tags-queries.server";
import { requireOrg } from "~/http/require-org.server";

/** The tags to choose from. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "customers.view");
  return { tags: await listTags(ctx) };
}

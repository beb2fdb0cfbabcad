import { data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { timelineSchema } from "~/domain/customers/timeline.schema";
import { listTimeline } from "~/domain/customers/timeline-queries.server";
import { requireOrg } from "~/http/require-org.server";
import { readParams } from "~/lib/read-params";

/** What happened with a customer before the entry that the cursor `before` names. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "customers.view");
  const { show, before } = readParams(timelineSchema, new URL(args.request.url).searchParams);
  return data(await listTimeline(ctx, { customerId: args.params.id ?? "", kind: show, before }));
}

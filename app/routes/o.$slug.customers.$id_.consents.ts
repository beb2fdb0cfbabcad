import { data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { listConsents } from "~/domain/customers/consent-ledger-queries.server";
import { requireOrg } from "~/http/require-org.server";

/** Everything that a customer agreed to or refused, after the cursor `after`. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "customers.view");
  const after = new URL(args.request.url).searchParams.get("after");
  return data(await listConsents(ctx, { customerId: args.params.id ?? "", after }));
}

import type { ActionFunctionArgs } from "@remix-run/cloudflare";
import { removeSample } from "~/domain/organizations/remove-sample.server";
import { requireOrg } from "~/http/require-org.server";

/** One step of removing the sample data. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "sample.remove");
  return removeSample(ctx);
}

import type { OrgContext } from "../context";
import { decideLater, keepApart } from "./keep-apart.server";
import type { Decision } from "./merge.schema";
import { mergeCustomers } from "./merge-customers.server";
import { splitCustomers } from "./split-customers.server";

/** Does what a person decided; answers the customer whose page comes next, if any. */
export async function decideCustomers(ctx: OrgContext, decision: Decision): Promise<string | null> {
  switch (decision.intent) {
    case "merge":
      await mergeCustomers(ctx, decision);
      return decision.survivorId;
    case "split":
      return splitCustomers(ctx, decision);
    case "apart":
      await keepApart(ctx, decision);
      return null;
    case "later":
      await decideLater(ctx, decision);
      return null;
  }
}

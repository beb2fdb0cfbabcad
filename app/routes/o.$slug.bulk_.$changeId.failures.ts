import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { openFailures } from "~/domain/bulk/open-failures.server";
import { sheetAnswer } from "~/http/file-answer.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

/** The records that a bulk change could not change, with the reasons, as a CSV file. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "customers.bulk");
  const { user } = await ctx.db.entry();
  const t = getServerT(user.language);
  const pages = await openFailures(ctx, {
    changeId: args.params.changeId ?? "",
    words: (errorKey) => t(errorKey),
  });
  const header = ["id", "name", "reason"].map((column) => t(`bulk:failures.${column}`));
  return sheetAnswer({ name: t("bulk:failures.title"), header, pages }, "csv", "not-changed");
}

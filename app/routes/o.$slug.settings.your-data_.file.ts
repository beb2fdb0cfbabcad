import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { getAccountData } from "~/domain/accounts/account-data.server";
import { ACCOUNT_DATA_HEADER, accountDataLines } from "~/domain/accounts/account-data-file";
import { csvLines } from "~/domain/exports/csv-file.server";
import { fileAnswer } from "~/http/file-answer.server";
import { requireOrg } from "~/http/require-org.server";

/** Everything kept of the user who asks, as `?format=json` or CSV. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "organization.view");
  const data = await getAccountData(ctx);
  const name = `orucrm-account-${ctx.now().toISOString().slice(0, 10)}`;
  if (new URL(args.request.url).searchParams.get("format") === "json") {
    return fileAnswer(`${JSON.stringify(data, null, 2)}\n`, { name, extension: "json" });
  }
  const lines = csvLines([ACCOUNT_DATA_HEADER, ...accountDataLines(data)]);
  return fileAnswer(`\uFEFF${lines}`, { name, extension: "csv" });
}

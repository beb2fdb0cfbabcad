import type { ActionFunctionArgs } from "@remix-run/cloudflare";
import { actSentence } from "~/components/audit/act-values";
import { readActFilters } from "~/domain/audit/act-filters.schema";
import { EXPORT_COLUMNS, exportActs } from "~/domain/audit/export-acts.server";
import { readFileFormat } from "~/domain/exports/sheet";
import { sheetAnswer } from "~/http/file-answer.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

/** The audit log as a file. By POST, because the export itself is written down. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "audit.export");
  const form = new URLSearchParams(await args.request.text());
  const format = readFileFormat(form.get("format"));
  const { user, organization } = await ctx.db.entry();
  const t = getServerT(user.language);
  const pages = await exportActs(ctx, readActFilters(form), {
    format,
    visit: args.context.accounts.visit,
    words: (act) => actSentence(t, act),
  });
  const header = EXPORT_COLUMNS.map((column) => t(`audit:export.columns.${column}`));
  const name = `audit-${organization.slug}-${ctx.now().toISOString().slice(0, 10)}`;
  return sheetAnswer({ name: t("audit:title"), header, pages }, format, name);
}

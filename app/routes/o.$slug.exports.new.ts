import { type ActionFunctionArgs, redirect } from "@remix-run/cloudflare";
import { exportList } from "~/domain/exports/lists/export-list.server";
import { listExportSchema } from "~/domain/exports/lists/list-export.schema";
import { sheetAnswer } from "~/http/file-answer.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";
import { AppError } from "~/lib/app-error";

/** Rows of a list as a file, or as long work when they are many. By POST, because it is written down. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "records.export");
  const asked = listExportSchema.safeParse(Object.fromEntries(await args.request.formData()));
  if (!asked.success) throw new AppError("invalid", "errors:badRequest");
  const { user, organization } = await ctx.db.entry();
  const t = getServerT(user.language);
  const { noun } = asked.data.rows;
  const title = t(`${noun}:title`);
  const exported = await exportList(ctx, asked.data, {
    title,
    headingOf: ({ key, kind, field }) => {
      const heading = field?.name ?? t(`sales:export.columns.${key}`);
      return kind === "time" ? `${heading} (${organization.timeZone})` : heading;
    },
    visit: args.context.accounts.visit,
  });
  if (exported.kind === "job") return redirect(`/o/${ctx.slug}/settings/activity`);
  const pages = (async function* () {
    yield exported.rows;
  })();
  const name = `${noun}-${organization.slug}-${ctx.now().toISOString().slice(0, 10)}`;
  return sheetAnswer({ name: title, header: exported.header, pages }, asked.data.format, name);
}

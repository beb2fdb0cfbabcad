import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import type { SheetCell } from "~/domain/exports/sheet";
import { listRejected, type RejectedCell } from "~/domain/imports/list-rejected.server";
import { sheetAnswer } from "~/http/file-answer.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

const COLUMNS = ["row", "column", "found", "expected", "fix"] as const;

/** What was wrong with an import's rejected rows, as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "imports.run");
  const [{ user }, rejected] = await Promise.all([
    ctx.db.entry(),
    listRejected(ctx, { importId: args.params.importId ?? "" }),
  ]);
  const t = getServerT(user.language);
  const header = COLUMNS.map((column) => t(`imports:rejected.${column}`));
  const cellsOf = ({ row, column, problem: { found, code, values } }: RejectedCell) => [
    // The header is the spreadsheet's first row.
    row + 1,
    column,
    found,
    t(`imports:problems.${code}.expected`, values),
    t(`imports:problems.${code}.fix`, values),
  ];
  const sheet = { name: t("imports:rejected.title"), header, pages: sheetPages(rejected, cellsOf) };
  return sheetAnswer(sheet, "csv", `rejected-${args.params.importId}`);
}

async function* sheetPages(
  pages: AsyncIterable<RejectedCell[]>,
  cellsOf: (cell: RejectedCell) => SheetCell[],
): AsyncGenerator<SheetCell[][]> {
  for await (const page of pages) yield page.map(cellsOf);
}

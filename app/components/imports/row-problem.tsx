import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ImportProblem } from "~/domain/imports/import-outcomes";
import { useColumnName } from "./use-column-name";

type RowProblemProps = { problem: ImportProblem; columns: string[] };

/** Why a row can't be taken: which column, what stands there, what was expected and how to put it right. */
export function RowProblem({ problem: { column, code, found, values }, columns }: RowProblemProps) {
  const { t } = useTranslation("imports");
  const columnName = useColumnName();
  return (
    <p className="flex items-start gap-1.5 text-sm text-bad-text">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 break-words">
        {column !== null && (
          <>
            <span className="font-medium">{columnName(columns[column] ?? "", column)}</span>
            {found && ` “${found}”`}
            {": "}
          </>
        )}
        {t(`problems.${code}.expected`, { ...values })}. {t(`problems.${code}.fix`, { ...values })}
      </span>
    </p>
  );
}

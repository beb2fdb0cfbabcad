import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type Rehearsal,
  ROW_OUTCOMES,
  type RowExample,
  type RowOutcome,
} from "~/domain/imports/import-outcomes";
import { useFormat } from "~/i18n/use-format";
import { tabListStyles, tabStyles } from "../ui/tab-styles";
import { RowProblem } from "./row-problem";

type RowExamplesProps = {
  examples: Rehearsal["examples"];
  columns: string[];
  fieldName: (field: string) => string;
};

/** Examples of what would become of rows, by outcome: what is there now beside what would be. */
export function RowExamples({ examples, columns, fieldName }: RowExamplesProps) {
  const { t } = useTranslation("imports");
  const filled = ROW_OUTCOMES.filter((outcome) => examples[outcome].length > 0);
  const [chosen, setChosen] = useState<RowOutcome | null>(null);
  const shown = chosen ?? filled[0];
  if (!shown) return null;
  return (
    <div className="px-4 pb-4 sm:px-5 sm:pb-5">
      <div className={tabListStyles}>
        {filled.map((outcome) => (
          <button
            key={outcome}
            type="button"
            aria-current={outcome === shown ? "page" : undefined}
            onClick={() => setChosen(outcome)}
            className={tabStyles}
          >
            {t(`examples.${outcome}`)}
          </button>
        ))}
      </div>
      <ul>
        {examples[shown].map((example) => (
          <Example key={example.row} example={example} columns={columns} fieldName={fieldName} />
        ))}
      </ul>
    </div>
  );
}

type ExampleProps = Omit<RowExamplesProps, "examples"> & { example: RowExample };

function Example({ example: { row, label, diffs, problems }, columns, fieldName }: ExampleProps) {
  const { t } = useTranslation("imports");
  const shown = useShownValue();
  return (
    <li className="grid gap-1.5 border-b border-line py-3 last:border-b-0 sm:grid-cols-[12rem_minmax(0,1fr)] sm:gap-4">
      <div className="min-w-0">
        <p className="figures truncate font-medium text-ink">{label || t("rowNumber", { row })}</p>
        {label && <p className="figures text-sm text-muted">{t("rowNumber", { row })}</p>}
      </div>
      <div className="grid min-w-0 gap-1.5">
        {diffs.length > 0 && (
          <dl className="grid gap-1 text-sm">
            {diffs.map(({ field, before, after }) => (
              <div key={field} className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3">
                <dt className="truncate text-muted">{fieldName(field)}</dt>
                <dd className="min-w-0 break-words text-ink">
                  {before && <del className="mr-2 text-muted">{shown(field, before)}</del>}
                  {after && <ins className="no-underline">{shown(field, after)}</ins>}
                </dd>
              </div>
            ))}
          </dl>
        )}
        {problems.map((problem, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: problems of a row have no names
          <RowProblem key={n} problem={problem} columns={columns} />
        ))}
      </div>
    </li>
  );
}

/** Times in the organization's zone and statuses in words; everything else as it is. */
function useShownValue(): (field: string, value: string) => string {
  const { t } = useTranslation("imports");
  const format = useFormat();
  return (field, value) => {
    if (field === "placedAt") return format.dateTime(value);
    return field === "status" || field === "stock" ? t(`words.${value}`, value) : value;
  };
}

import { useTranslation } from "react-i18next";
import { type ImportCounts, ROW_OUTCOMES } from "~/domain/imports/import-outcomes";
import { useFormat } from "~/i18n/use-format";
import { cn } from "../ui/cn";

/** How many rows became, or would become, what. */
export function OutcomeCounts({ counts }: { counts: ImportCounts }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  return (
    <dl className="grid grid-cols-2 border-y border-line sm:grid-cols-4">
      {ROW_OUTCOMES.map((outcome) => (
        <div
          key={outcome}
          className="grid gap-1 border-line px-4 py-3 odd:border-r max-sm:nth-[n+3]:border-t sm:border-r sm:px-5 sm:last:border-r-0"
        >
          <dt className="text-sm text-muted">{t(`outcomes.${outcome}`)}</dt>
          <dd
            className={cn(
              "figures text-2xl font-medium text-ink",
              outcome === "rejected" && counts.rejected > 0 && "text-bad-text",
            )}
          >
            {format.number(counts[outcome])}
          </dd>
        </div>
      ))}
    </dl>
  );
}

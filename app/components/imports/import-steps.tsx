import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { cn } from "../ui/cn";

const IMPORT_STEPS = ["bring", "match", "rehearse", "result"] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

/** Where one is on the way from a file to records. */
export function ImportSteps({ current }: { current: ImportStep }) {
  const { t } = useTranslation("imports");
  const at = IMPORT_STEPS.indexOf(current);
  return (
    <ol aria-label={t("steps.label")} className="mb-4 flex gap-2 sm:gap-4">
      {IMPORT_STEPS.map((step, n) => (
        <li
          key={step}
          aria-current={n === at ? "step" : undefined}
          className={cn(
            "flex min-w-0 flex-1 items-center gap-2 border-t-2 pt-2 text-sm",
            n <= at ? "border-brand" : "border-line",
            n === at ? "font-medium text-ink" : "text-muted",
          )}
        >
          {n < at ? (
            <Check aria-hidden="true" className="size-4 shrink-0 text-brand-text" />
          ) : (
            <span className="figures shrink-0 max-sm:hidden">{n + 1}</span>
          )}
          <span className="truncate">{t(`steps.${step}`)}</span>
        </li>
      ))}
    </ol>
  );
}

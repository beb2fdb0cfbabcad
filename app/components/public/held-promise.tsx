import { CircleCheck, CircleDashed } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { HeldPromise } from "~/domain/privacy/held-promises.server";
import { Badge } from "../ui/badge";

/** A promise, whether it holds today, and by which tests. */
export function HeldPromiseRow({ id, text, unbuilt, tests }: HeldPromise) {
  const { t } = useTranslation("privacy");
  return (
    <li className="grid grid-cols-[2.75rem_1fr] gap-x-2 py-4">
      <span className="figures pt-0.5 text-faint">{id}</span>
      <div className="grid min-w-0 gap-1.5">
        <p className="text-lg text-pretty text-ink">{text}</p>
        {unbuilt ? (
          <p className="flex items-start gap-1.5 text-sm text-muted">
            <CircleDashed aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
            {t(`trust.unbuilt.${unbuilt}`)}
          </p>
        ) : (
          <details className="group min-w-0">
            <summary className="flex w-fit cursor-pointer list-none items-center gap-2 rounded-small text-sm text-muted hover:text-ink [&::-webkit-details-marker]:hidden">
              <Badge icon={CircleCheck} tone="good">
                {t("trust.held")}
              </Badge>
              <span className="underline underline-offset-3">
                {t("trust.tests", { count: tests.length })}
              </span>
            </summary>
            <ul
              lang="en"
              className="mt-2 grid list-disc gap-1 pl-5 text-sm break-words text-muted marker:text-faint"
            >
              {tests.map((title) => (
                <li key={title}>{title}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}

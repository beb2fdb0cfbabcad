import { isRouteErrorResponse, Link, useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ErrorAnswer } from "~/http/answer-errors.server";
import { ErrorState } from "./ui/error-state";

const KINDS: Record<string, { kind: "denied" | "missing" | "unavailable"; titleKey: string }> = {
  forbidden: { kind: "denied", titleKey: "errors:titles.forbidden" },
  not_found: { kind: "missing", titleKey: "errors:titles.notFound" },
  unavailable: { kind: "unavailable", titleKey: "errors:titles.unavailable" },
};

/** What happened and the next step, for any error of a route. */
export function ErrorPage() {
  const { t } = useTranslation("errors");
  const error = useRouteError();
  const answer = isRouteErrorResponse(error) && isErrorAnswer(error.data) ? error.data : null;
  const { kind, titleKey } = KINDS[answer?.code ?? ""] ?? {
    kind: "failed" as const,
    titleKey: "errors:titles.internal",
  };
  const home = (
    <Link className="text-brand-text underline" to="/">
      {t("errors:goHome")}
    </Link>
  );
  return (
    <div className="mx-auto flex min-h-[70vh] max-w-md flex-col justify-center p-6">
      <ErrorState kind={kind} title={t(titleKey)} action={home} requestId={answer?.requestId}>
        {answer ? t(answer.messageKey, answer.values) : t("errors:internal")}
      </ErrorState>
    </div>
  );
}

function isErrorAnswer(value: unknown): value is ErrorAnswer {
  return typeof value === "object" && value !== null && "messageKey" in value && "values" in value;
}

import { isRouteErrorResponse, Link, useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ErrorAnswer } from "~/http/answer-errors.server";
import { ErrorState } from "./ui/error-state";

const KINDS: Record<string, { kind: "denied" | "missing" | "unavailable"; titleKey: string }> = {
  forbidden: { kind: "denied", titleKey: "errors:titles.forbidden" },
  not_found: { kind: "missing", titleKey: "errors:titles.notFound" },
  unavailable: { kind: "unavailable", titleKey: "errors:titles.unavailable" },
};

/**
 * What happened and the next step, for any error of a route. `isOutside`: of an
 * organization whose shell was not given either, so whoever asks may be kept out
 * of it; the words are the same for who left, is suspended, and never was in.
 */
export function ErrorPage({ isOutside = false }: { isOutside?: boolean }) {
  const { t } = useTranslation("errors");
  const error = useRouteError();
  const answer = isRouteErrorResponse(error) && isErrorAnswer(error.data) ? error.data : null;
  const { kind, titleKey } = KINDS[answer?.code ?? ""] ?? {
    kind: "failed" as const,
    titleKey: "errors:titles.internal",
  };
  const isKeptOut = isOutside && answer?.code === "not_found";
  const home = (
    <Link className="text-brand-text underline" to={isKeptOut ? "/o?choose" : "/"}>
      {t(isKeptOut ? "errors:goToOrganizations" : "errors:goHome")}
    </Link>
  );
  const words = isKeptOut ? t("errors:organizationNotFound") : answer && t(answer.messageKey, answer.values);
  return (
    <div className="mx-auto flex min-h-[70vh] max-w-md flex-col justify-center p-6">
      <ErrorState kind={kind} title={t(titleKey)} action={home} requestId={answer?.requestId}>
        {words ?? t("errors:internal")}
      </ErrorState>
    </div>
  );
}

function isErrorAnswer(value: unknown): value is ErrorAnswer {
  return typeof value === "object" && value !== null && "messageKey" in value && "values" in value;
}

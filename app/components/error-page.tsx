import { isRouteErrorResponse, Link, useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Logo } from "./ui/logo";

/** What `answerErrors` puts into an error answer. */
type ErrorAnswer = { messageKey: string; values: Record<string, string | number> };

/** What happened and the next step, for any error of a route. */
export function ErrorPage() {
  const { t } = useTranslation("errors");
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const answer = isRouteErrorResponse(error) && isErrorAnswer(error.data) ? error.data : null;
  const fallback = status === 404 ? "errors:notFound" : "errors:internal";
  return (
    <main className="mx-auto flex min-h-[70vh] max-w-md flex-col justify-center gap-4 p-6">
      <Logo />
      <p className="figures font-mono text-faint text-sm">{status}</p>
      <h1 className="font-medium text-xl">{answer ? t(answer.messageKey, answer.values) : t(fallback)}</h1>
      <p>
        <Link className="text-brand-text underline" to="/">
          {t("errors:goHome")}
        </Link>
      </p>
    </main>
  );
}

function isErrorAnswer(value: unknown): value is ErrorAnswer {
  return typeof value === "object" && value !== null && "messageKey" in value && "values" in value;
}

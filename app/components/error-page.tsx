import { isRouteErrorResponse, Link, useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import * as z from "zod";

const answerSchema = z.object({
  code: z.string(),
  messageKey: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** What happened and the next step, for any error of a route. */
export function ErrorPage() {
  const { t } = useTranslation("errors");
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const answer = isRouteErrorResponse(error) ? answerSchema.safeParse(error.data) : null;
  const message = answer?.success
    ? t(answer.data.messageKey, answer.data.values)
    : t(status === 404 ? "errors:notFound" : "errors:internal");
  return (
    <main className="mx-auto flex min-h-[60vh] max-w-md flex-col justify-center gap-3 p-6">
      <p className="figures font-mono text-faint text-sm">{status}</p>
      <h1 className="font-medium text-xl">{message}</h1>
      <p>
        <Link className="text-brand-text underline" to="/">
          {t("errors:goHome")}
        </Link>
      </p>
    </main>
  );
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type * as z from "zod";
import { parseForm } from "~/components/forms/parse-form";
import { FactorSections } from "~/components/security/factor-sections";
import { Banner } from "~/components/ui/banner";
import { LinkButton } from "~/components/ui/link-button";
import { Logo } from "~/components/ui/logo";
import { addPasskey } from "~/domain/factors/add-passkey.server";
import { beginTotp } from "~/domain/factors/begin-totp.server";
import { cancelFactorReset } from "~/domain/factors/cancel-factor-reset.server";
import { confirmTotp } from "~/domain/factors/confirm-totp.server";
import { factorsActionSchema } from "~/domain/factors/factors.schema";
import { getFactors, viewFactors } from "~/domain/factors/factors-queries.server";
import { removePasskey } from "~/domain/factors/remove-passkey.server";
import { removeTotp } from "~/domain/factors/remove-totp.server";
import { renamePasskey } from "~/domain/factors/rename-passkey.server";
import { replaceRecoveryCodes } from "~/domain/factors/replace-recovery-codes.server";
import { requireSession } from "~/http/accounts.server";
import { factorsContext, requireTicket } from "~/http/factors.server";
import { refuseForm } from "~/http/refuse-form.server";
import { redirectToLanguage } from "~/http/visitor-page.server";
import { getServerT } from "~/i18n/i18n.server";
import { localPath } from "~/lib/local-path";
import { qrPath } from "~/lib/qr-path";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { sessionId } = await requireSession(args);
  const factors = await getFactors(args.context.accounts, sessionId);
  const { language } = factors.user;
  redirectToLanguage(args.request, language);
  return {
    title: `${getServerT(language)("factors:title")} · OruCRM`,
    factors: viewFactors(factors),
    next: localPath(new URL(args.request.url).searchParams.get("next")) ?? "/o",
  };
}

/** Every change of the person's own factors, from whatever page; each needs a fresh session. */
export async function action(args: ActionFunctionArgs) {
  await requireSession(args);
  const submission = parseForm(await args.request.formData(), factorsActionSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    return data({ status: "success" as const, ...(await change(args, submission.value)) });
  } catch (error) {
    return refuseForm(submission, error);
  }
}

/** What is to be shown once: an app to set up, or recovery codes to keep. */
type Shown = { totp?: { size: number; path: string; typed: string }; codes?: string[] | null };

async function change(args: ActionFunctionArgs, input: z.output<typeof factorsActionSchema>): Promise<Shown> {
  const { sessionId, userId } = await requireSession(args);
  const ctx = await factorsContext(args);
  switch (input.intent) {
    case "begin-totp": {
      const { uri, typed } = await beginTotp(ctx, sessionId);
      return { totp: { ...qrPath(uri), typed } };
    }
    case "confirm-totp":
      return confirmTotp(ctx, sessionId, input);
    case "remove-totp":
      await removeTotp(ctx, sessionId);
      return {};
    case "cancel-reset":
      await cancelFactorReset(ctx, sessionId);
      return {};
    case "replace-codes":
      return { codes: await replaceRecoveryCodes(ctx, sessionId) };
    case "add-passkey": {
      const { nonce } = await requireTicket(args, "passkey-add", userId, input.ticket);
      return addPasskey(ctx, sessionId, { ...input, challenge: nonce });
    }
    case "rename-passkey":
      await renamePasskey(ctx, sessionId, input);
      return {};
    case "remove-passkey":
      await removePasskey(ctx, sessionId, input);
      return {};
  }
}

/** Where somebody is led who must have a second factor and has none. */
export default function FactorsPage() {
  const { t } = useTranslation("factors");
  const { factors, next } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-5 px-4 py-8 sm:py-14">
      <Logo />
      <div>
        <h1 className="text-xl font-medium">{t("setUp.title")}</h1>
        <p className="mt-1 text-muted">{t("setUp.lead")}</p>
      </div>
      {factors.hasFactor && (
        <Banner
          tone="good"
          action={
            <LinkButton to={next} variant="primary">
              {t("setUp.goOn")}
            </LinkButton>
          }
        >
          {t("setUp.done")}
        </Banner>
      )}
      <FactorSections factors={factors} />
    </div>
  );
}

import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type * as z from "zod";
import { parseForm } from "~/components/forms/parse-form";
import { LostFactors } from "~/components/security/lost-factors";
import { SecondStepForm } from "~/components/security/second-step-form";
import { AuthCard } from "~/components/shell/auth-card";
import { useVisitorPath } from "~/components/shell/use-visitor-path";
import { TextLink } from "~/components/ui/text-link";
import { secondStepSchema } from "~/domain/factors/factors.schema";
import { confirmMethods, findFactorsAfterPassword } from "~/domain/factors/factors-queries.server";
import { finishFactorReset } from "~/domain/factors/finish-factor-reset.server";
import { type FirstStep, logInByFactor } from "~/domain/factors/log-in-by-factor.server";
import { requestFactorReset } from "~/domain/factors/request-factor-reset.server";
import { factorsContext, passkeyAnswer } from "~/http/factors.server";
import { clearFirstStep, readFirstStep } from "~/http/pre-login.server";
import { refuseForm } from "~/http/refuse-form.server";
import { redirectToLanguage, redirectVisitor } from "~/http/visitor-page.server";
import { getServerT } from "~/i18n/i18n.server";
import { localPath } from "~/lib/local-path";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const first = await readFirstStep(args);
  const factors = first && (await findFactorsAfterPassword(args.context.accounts, first));
  if (!factors) throw startOver(args);
  const { language } = factors.user;
  redirectToLanguage(args.request, language);
  return {
    title: `${getServerT(language)("auth:secondStep.title")} · OruCRM`,
    methods: confirmMethods(factors),
    lost: {
      resetAt: factors.resetAt,
      isOver: factors.resetAt !== null && factors.resetAt <= args.context.now(),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const first = await readFirstStep(args);
  if (!first) throw startOver(args);
  const submission = parseForm(await args.request.formData(), secondStepSchema);
  if (submission.status !== "success") return refuseForm(submission);
  const given = submission.value;
  const ctx = await factorsContext(args);
  try {
    if (given.method === "lost") {
      await requestFactorReset(ctx, first);
      return data({ isMailed: true });
    }
    const session =
      given.method === "finish-reset"
        ? await finishFactorReset(ctx, first)
        : await logInByFactor(ctx, first, await proofOf(args, first, given));
    const next = localPath(new URL(args.request.url).searchParams.get("next")) ?? "/o";
    const headers = new Headers({ "Set-Cookie": await args.context.session.commit(session) });
    headers.append("Set-Cookie", clearFirstStep(args));
    return redirect(next, { headers });
  } catch (error) {
    return refuseForm(submission, error);
  }
}

type Given = Extract<z.output<typeof secondStepSchema>, { method: "code" | "passkey" }>;

async function proofOf(args: ActionFunctionArgs, { userId }: FirstStep, given: Given) {
  if (given.method === "code") return given;
  return { method: given.method, ...(await passkeyAnswer(args, "passkey-second-step", userId, given)) };
}

function startOver(args: Pick<LoaderFunctionArgs, "request" | "context">): Response {
  return redirectVisitor(args.request, "/log-in?notice=too-late", { "Set-Cookie": clearFirstStep(args) });
}

/** After the right password: the second factor. */
export default function SecondStepPage() {
  const { t } = useTranslation("auth");
  const path = useVisitorPath();
  const { methods, lost } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isMailed = answer !== undefined && "isMailed" in answer;
  return (
    <AuthCard
      title={t("secondStep.title")}
      lead={t("secondStep.lead")}
      footer={<TextLink to={path("/log-in")}>{t("secondStep.startOver")}</TextLink>}
    >
      <SecondStepForm methods={methods} lastResult={isMailed ? undefined : answer} />
      <LostFactors {...lost} isMailed={isMailed} />
    </AuthCard>
  );
}

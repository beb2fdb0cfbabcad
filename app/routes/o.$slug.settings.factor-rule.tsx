import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type * as z from "zod";
import { ActionForm } from "~/components/forms/action-form";
import { FormSelect } from "~/components/forms/form-select";
import { parseForm } from "~/components/forms/parse-form";
import { SubmitButton } from "~/components/forms/submit-button";
import { useActionForm } from "~/components/forms/use-action-form";
import { Banner } from "~/components/ui/banner";
import { Card, CardBody, CardHeader } from "~/components/ui/card";
import { TextLink } from "~/components/ui/text-link";
import { readOwnFactors } from "~/domain/factors/factors-queries.server";
import { changeSecondFactorRule } from "~/domain/organizations/change-second-factor-rule.server";
import { getSecondFactorRule } from "~/domain/organizations/organizations-queries.server";
import { SECOND_FACTOR_RULES } from "~/domain/organizations/second-factor-rule";
import { secondFactorRuleSchema } from "~/domain/organizations/second-factor-rule.schema";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "organization.manage");
  const [{ user }, rule, { hasFactor }] = await Promise.all([
    ctx.db.entry(),
    getSecondFactorRule(ctx),
    readOwnFactors(ctx),
  ]);
  return { title: `${getServerT(user.language)("factors:rule.title")} · OruCRM`, rule, hasFactor };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "organization.manage");
  const submission = parseForm(await args.request.formData(), secondFactorRuleSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    await changeSecondFactorRule(ctx, submission.value.rule);
    return redirect(`/o/${ctx.slug}/settings/factor-rule?saved=rule`);
  } catch (error) {
    return refuseForm(submission, error);
  }
}

/** Who must have a second factor in this organization. */
export default function FactorRulePage() {
  const { t } = useTranslation("factors");
  const { rule, hasFactor } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const [form, fields] = useActionForm<z.input<typeof secondFactorRuleSchema>>({ defaultValue: { rule } });
  return (
    <div className="grid max-w-2xl gap-4 sm:gap-5">
      {search.has("saved") && <Banner tone="good">{t("rule.saved")}</Banner>}
      {!hasFactor && (
        <Banner action={<TextLink to="../security">{t("rule.addOwn")}</TextLink>}>
          {t("rule.needsOwn")}
        </Banner>
      )}
      <Card>
        <CardHeader title={t("rule.title")} />
        <CardBody className="grid gap-4">
          <p className="text-muted">{t("rule.lead")}</p>
          <ActionForm form={form}>
            <FormSelect
              field={fields.rule}
              label={t("rule.label")}
              options={SECOND_FACTOR_RULES.map((value) => ({ value, label: t(`rule.${value}`) }))}
            />
            <SubmitButton className="justify-self-start">{t("rule.save")}</SubmitButton>
          </ActionForm>
        </CardBody>
      </Card>
    </div>
  );
}

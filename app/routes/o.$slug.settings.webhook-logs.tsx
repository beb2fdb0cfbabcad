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
import { changeRetention } from "~/domain/deliveries/desk/change-retention.server";
import { LONGEST_RETENTION, RETENTION_CHOICES } from "~/domain/deliveries/desk/retention";
import { retentionSchema } from "~/domain/deliveries/desk/retention.schema";
import { getRetention } from "~/domain/deliveries/desk/retention-queries.server";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "organization.manage");
  const [{ user }, days] = await Promise.all([ctx.db.entry(), getRetention(ctx)]);
  return { title: `${getServerT(user.language)("deliveries:retention.title")} · OruCRM`, days };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "organization.manage");
  const submission = parseForm(await args.request.formData(), retentionSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    await changeRetention(ctx, submission.value);
    return redirect(`/o/${ctx.slug}/settings/webhook-logs?saved=days`);
  } catch (error) {
    return refuseForm(submission, error);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** For how long what shops sent is kept. */
export default function WebhookLogs() {
  const { days } = useLoaderData<typeof loader>();
  const { t } = useTranslation("deliveries");
  const [search] = useSearchParams();
  const [form, fields] = useActionForm<z.input<typeof retentionSchema>>({
    defaultValue: { days: String(days) },
  });
  return (
    <div className="grid max-w-2xl gap-4 sm:gap-5">
      {search.has("saved") && <Banner tone="good">{t("retention.saved")}</Banner>}
      <Card>
        <CardHeader title={t("retention.title")} />
        <CardBody className="grid gap-4">
          <p className="text-muted">{t("retention.lead", { longest: LONGEST_RETENTION })}</p>
          <ActionForm form={form}>
            <FormSelect
              field={fields.days}
              label={t("retention.days")}
              help={t("retention.help")}
              options={RETENTION_CHOICES.map((count) => ({
                value: String(count),
                label: t("retention.choice", { count }),
              }))}
            />
            <SubmitButton className="justify-self-start">{t("retention.save")}</SubmitButton>
          </ActionForm>
        </CardBody>
      </Card>
    </div>
  );
}

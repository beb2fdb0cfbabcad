import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { ListPlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { FieldDialog } from "~/components/fields/field-dialog";
import { FieldList } from "~/components/fields/field-list";
import { parseForm } from "~/components/forms/parse-form";
import { Card, CardHeader } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { actOnFields } from "~/domain/fields/act-on-fields.server";
import { fieldActionSchema } from "~/domain/fields/fields.schema";
import { listFields } from "~/domain/fields/fields-queries.server";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "fields.manage");
  const [{ user, organization }, fields] = await Promise.all([ctx.db.entry(), listFields(ctx)]);
  return {
    title: `${getServerT(user.language)("fields:title")} · OruCRM`,
    fields,
    currency: organization.currency,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "fields.manage");
  await ctx.db.entry();
  const submission = parseForm(await args.request.formData(), fieldActionSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    await actOnFields(ctx, submission.value);
    return submission.reply();
  } catch (error) {
    return refuseForm(submission, error);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function FieldSettings() {
  const { fields, currency } = useLoaderData<typeof loader>();
  const { t } = useTranslation("fields");
  return (
    <Card>
      <CardHeader title={t("title")} detail={t("lead")} action={<FieldDialog currency={currency} />} />
      {fields.length === 0 && (
        <EmptyState icon={ListPlus} title={t("empty.title")}>
          {t("empty.body")}
        </EmptyState>
      )}
      <FieldList fields={fields} currency={currency} />
    </Card>
  );
}

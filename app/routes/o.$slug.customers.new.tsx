import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type CustomerAnswer, CustomerForm } from "~/components/customers/customer-form";
import { parseForm } from "~/components/forms/parse-form";
import { Card, CardBody } from "~/components/ui/card";
import { PageHeader } from "~/components/ui/page-header";
import { newCustomerSchema } from "~/domain/customers/customer-form.schema";
import { createCustomer } from "~/domain/deliveries/by-hand/create-customer.server";
import { listRequiredFields } from "~/domain/fields/fields-queries.server";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";
import { STATUS_OF } from "~/lib/app-error";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "customers.edit");
  const [{ user }, required] = await Promise.all([ctx.db.entry(), listRequiredFields(ctx)]);
  const title = `${getServerT(user.language)("customerPage:newTitle")} · OruCRM`;
  return { title, base: `/o/${ctx.slug}`, required };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "customers.edit");
  await ctx.db.entry();
  const submission = parseForm(await args.request.formData(), newCustomerSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    const created = await createCustomer(ctx, submission.value);
    if (created.isCreated) return redirect(`/o/${ctx.slug}/customers/${created.customerId}`);
    const { taken } = created;
    const reply =
      taken.field === "custom"
        ? submission.reply({ fieldErrors: { [`custom.${taken.fieldId}`]: ["fields:taken"] } })
        : submission.reply({ formErrors: [`customerPage:taken.${taken.field}`] });
    return data({ ...reply, taken }, { status: STATUS_OF.conflict });
  } catch (error) {
    return refuseForm(submission, error);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewCustomer() {
  const { base, required } = useLoaderData<typeof loader>();
  const answer = useActionData<CustomerAnswer>();
  const { t } = useTranslation(["customerPage", "customers", "fields"]);
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={t("newTitle")} crumbs={[{ label: t("customers:title"), to: `${base}/customers` }]} />
      <Card>
        <CardBody>
          <p className="py-3 text-pretty text-muted">{t("newLead")}</p>
          <CustomerForm base={base} submitLabel={t("create")} answer={answer} required={required} />
        </CardBody>
      </Card>
    </div>
  );
}

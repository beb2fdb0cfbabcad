import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { parseForm } from "~/components/forms/parse-form";
import { CloseCard } from "~/components/settings/close-card";
import { ReopenCard } from "~/components/settings/reopen-card";
import { closeOrganization } from "~/domain/organizations/close-organization.server";
import { closingActionSchema } from "~/domain/organizations/closing.schema";
import { findClosing } from "~/domain/organizations/closing-queries.server";
import { reopenOrganization } from "~/domain/organizations/reopen-organization.server";
import { refuseForm } from "~/http/refuse-form.server";
import { requireFresh } from "~/http/require-fresh.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "organization.close");
  const [{ user, organization }, closesAt] = await Promise.all([ctx.db.entry(), findClosing(ctx)]);
  return {
    title: `${getServerT(user.language)("rights:closing.title")} · OruCRM`,
    slug: ctx.slug,
    name: organization.name,
    closesAt,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "organization.close");
  await ctx.db.entry();
  const submission = parseForm(await args.request.formData(), closingActionSchema);
  if (submission.status !== "success") return refuseForm(submission);
  await requireFresh(args);
  try {
    if (submission.value.intent === "close") await closeOrganization(ctx, submission.value);
    else await reopenOrganization(ctx);
  } catch (error) {
    return refuseForm(submission, error);
  }
  return redirect(`/o/${ctx.slug}/settings/closing`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Closing() {
  const { slug, name, closesAt } = useLoaderData<typeof loader>();
  return (
    <div className="grid gap-4 *:min-w-0 sm:gap-5">
      {closesAt === null ? (
        <CloseCard slug={slug} name={name} />
      ) : (
        <ReopenCard slug={slug} closesAt={closesAt} />
      )}
    </div>
  );
}

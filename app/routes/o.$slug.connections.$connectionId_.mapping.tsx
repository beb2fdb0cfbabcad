import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { parseForm } from "~/components/forms/parse-form";
import { MappingPage } from "~/components/mapping/mapping-page";
import { PageHeader } from "~/components/ui/page-header";
import { NO_FILTERS } from "~/domain/deliveries/delivery-filters";
import { getMapping } from "~/domain/mappings/get-mapping.server";
import { saveMappingSchema } from "~/domain/mappings/mappings.schema";
import { saveMapping } from "~/domain/mappings/save-mapping.server";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "connections.manage");
  const [{ user }, view] = await Promise.all([
    ctx.db.entry(),
    getMapping(ctx, { connectionId: args.params.connectionId ?? "" }),
  ]);
  const title = getServerT(user.language)("mapping:title");
  return { title: `${view.connection.name} · ${title} · OruCRM`, slug: ctx.slug, view };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "connections.manage");
  const submission = parseForm(await args.request.formData(), saveMappingSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    const connectionId = args.params.connectionId ?? "";
    return data(await saveMapping(ctx, { ...submission.value, connectionId }));
  } catch (error) {
    return refuseForm(submission, error);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ConnectionMapping() {
  const { slug, view } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["mapping", "connections"]);
  const base = `/o/${slug}/connections`;
  const { connection } = view;
  return (
    <>
      <PageHeader
        title={t("title")}
        detail={t("lead")}
        crumbs={[
          { label: t("connections:title"), to: base },
          { label: connection.name, to: `${base}/${connection.id}` },
        ]}
      />
      <MappingPage
        view={view}
        log={`${base}/deliveries`}
        parkedFilters={{ ...NO_FILTERS, connection: connection.id, outcome: "needs_attention" }}
      />
    </>
  );
}

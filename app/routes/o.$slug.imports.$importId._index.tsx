import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ImportPage } from "~/components/imports/import-page";
import { SameFileNote } from "~/components/imports/same-file-note";
import { ImportStateBadge } from "~/components/status/import-state";
import { PageHeader } from "~/components/ui/page-header";
import { listOpenFields } from "~/domain/fields/fields-queries.server";
import { countryOf } from "~/domain/imports/country-of";
import { getImport } from "~/domain/imports/imports-queries.server";
import { readSample } from "~/domain/imports/read-sample.server";
import { isAllowed } from "~/domain/organizations/permissions";
import { requireOrg } from "~/http/require-org.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "imports.run");
  const [{ organization, role }, file, fields] = await Promise.all([
    ctx.db.entry(),
    getImport(ctx, { importId: args.params.importId ?? "" }),
    listOpenFields(ctx),
  ]);
  const sample = await readSample(ctx.ports.archive, organization.id, file);
  return {
    title: `${file.fileName} · OruCRM`,
    base: `/o/${ctx.slug}`,
    file,
    sample,
    fields: fields.map(({ id, name }) => ({ id, name })),
    mayMakeFields: isAllowed(role, "fields.manage"),
    organization: { currency: organization.currency, country: countryOf(organization.currency) },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Import() {
  const { base, file, sample, fields, organization, mayMakeFields } = useLoaderData<typeof loader>();
  const { t } = useTranslation("imports");
  return (
    <>
      <PageHeader
        title={file.fileName}
        detail={<ImportStateBadge state={file.state} />}
        crumbs={[{ label: t("title"), to: `${base}/imports` }]}
      />
      <SameFileNote base={base} />
      <ImportPage key={file.id} {...{ base, file, sample, fields, organization, mayMakeFields }} />
    </>
  );
}

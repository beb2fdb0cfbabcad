import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { FileUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ImportRows } from "~/components/imports/import-rows";
import { useWhileWorking } from "~/components/imports/use-while-working";
import { ListCard } from "~/components/lists/list-card";
import { EmptyState } from "~/components/ui/empty-state";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { isWorking } from "~/domain/imports/import-state";
import { listImports } from "~/domain/imports/imports-queries.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "imports.run");
  const [{ user }, imports] = await Promise.all([ctx.db.entry(), listImports(ctx)]);
  return { title: `${getServerT(user.language)("imports:title")} · OruCRM`, imports };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Imports() {
  const { imports } = useLoaderData<typeof loader>();
  const { t } = useTranslation("imports");
  useWhileWorking(imports.some(({ state }) => isWorking(state)));
  const begin = (
    <LinkButton variant="primary" to="new">
      {t("new")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("title")} action={imports.length > 0 && begin} />
      <ListCard
        rows={imports.length}
        empty={
          <EmptyState icon={FileUp} title={t("empty.title")} action={begin}>
            {t("empty.body")}
          </EmptyState>
        }
      >
        <ImportRows imports={imports} />
      </ListCard>
    </>
  );
}

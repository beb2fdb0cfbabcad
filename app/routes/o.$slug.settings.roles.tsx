import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useTranslation } from "react-i18next";
import { PermissionMatrix } from "~/components/settings/permission-matrix";
import { Card, CardHeader } from "~/components/ui/card";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "members.view");
  const { user } = await ctx.db.entry();
  return { title: `${getServerT(user.language)("settings:members.matrix")} · OruCRM` };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Roles() {
  const { t } = useTranslation("settings");
  return (
    <Card className="min-w-0">
      <CardHeader title={t("members.matrix")} detail={t("members.matrixLead")} />
      <PermissionMatrix />
    </Card>
  );
}

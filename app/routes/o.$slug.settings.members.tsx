import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { MemberList } from "~/components/settings/member-list";
import { PermissionMatrix } from "~/components/settings/permission-matrix";
import { Card, CardHeader } from "~/components/ui/card";
import { listPeople } from "~/domain/organizations/organizations-queries.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "organization.view");
  const [{ user }, people] = await Promise.all([ctx.db.entry(), listPeople(ctx)]);
  return {
    title: `${getServerT(user.language)("settings:members.title")} · OruCRM`,
    ownId: user.id,
    members: people.filter((person) => person.state === "active"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Members() {
  const { ownId, members } = useLoaderData<typeof loader>();
  const { t } = useTranslation("settings");
  return (
    <div className="grid gap-4 *:min-w-0 sm:gap-5">
      <Card>
        <CardHeader title={t("members.title")} />
        <MemberList members={members} ownId={ownId} />
      </Card>
      <Card>
        <CardHeader title={t("members.matrix")} detail={t("members.matrixLead")} />
        <PermissionMatrix />
      </Card>
    </div>
  );
}

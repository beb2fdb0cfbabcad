import { useTranslation } from "react-i18next";
import type { Invitation } from "~/domain/members/members-queries.server";
import { Card, CardHeader } from "../ui/card";
import { HeaderCell, Table, TableBody, TableHead } from "../ui/table";
import { InvitationRow } from "./invitation-row";

type InvitationListProps = { invitations: Invitation[]; slug: string; now: number };

/** Who was invited and has not joined yet. */
export function InvitationList({ invitations, slug, now }: InvitationListProps) {
  const { t } = useTranslation("members");
  return (
    <Card>
      <CardHeader title={t("invitations.title")} detail={t("invitations.lead")} />
      <Table caption={t("invitations.title")}>
        <TableHead>
          <HeaderCell>{t("email")}</HeaderCell>
          <HeaderCell>{t("role")}</HeaderCell>
          <HeaderCell>{t("invitations.until")}</HeaderCell>
          <HeaderCell>
            <span className="sr-only">{t("invitations.acts")}</span>
          </HeaderCell>
        </TableHead>
        <TableBody>
          {invitations.map((invitation) => (
            <InvitationRow
              key={invitation.id}
              invitation={invitation}
              action={`/o/${slug}/settings/invitations/${invitation.id}`}
              isExpired={invitation.expiresAt.getTime() <= now}
            />
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

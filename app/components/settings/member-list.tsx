import { useTranslation } from "react-i18next";
import type { Person } from "~/domain/organizations/organizations-queries.server";
import { Avatar } from "../ui/avatar";
import { Badge } from "../ui/badge";
import { DateTime } from "../ui/date-time";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "../ui/table";

/** Who works here, and as what. */
export function MemberList({ members, ownId }: { members: Person[]; ownId: string }) {
  const { t } = useTranslation(["settings", "common"]);
  return (
    <Table caption={t("members.title")}>
      <TableHead>
        <HeaderCell>{t("members.name")}</HeaderCell>
        <HeaderCell>{t("members.email")}</HeaderCell>
        <HeaderCell>{t("members.role")}</HeaderCell>
        <HeaderCell>{t("members.joined")}</HeaderCell>
      </TableHead>
      <TableBody>
        {members.map((member) => (
          <Row key={member.id}>
            <Cell phone="title">
              <span className="flex items-center gap-3">
                <Avatar name={member.name} size="small" />
                <span className="truncate font-medium text-ink">{member.name}</span>
                {member.id === ownId && <Badge>{t("members.you")}</Badge>}
              </span>
            </Cell>
            <Cell phone="detail" className="text-muted">
              {member.email}
            </Cell>
            <Cell phone="value">
              <span title={t(`members.roleHints.${member.role}`)}>{t(`common:roles.${member.role}`)}</span>
            </Cell>
            <Cell phone="aside">
              <DateTime at={member.joinedAt} show="date" className="text-muted" />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

import { useTranslation } from "react-i18next";
import type { Member } from "~/domain/members/members-queries.server";
import { Avatar } from "../ui/avatar";
import { Badge } from "../ui/badge";
import { DateTime } from "../ui/date-time";
import { RowLink } from "../ui/row-link";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "../ui/table";
import { MemberMarks } from "./member-marks";

type MemberListProps = {
  members: Member[];
  ownId: string;
  /** Whether each leads to their own page, where they are changed. */
  isLinked: boolean;
};

/** Who works here, and as what. */
export function MemberList({ members, ownId, isLinked }: MemberListProps) {
  const { t } = useTranslation(["members", "common", "settings"]);
  return (
    <Table caption={t("title")}>
      <TableHead>
        <HeaderCell>{t("name")}</HeaderCell>
        <HeaderCell>{t("email")}</HeaderCell>
        <HeaderCell>{t("role")}</HeaderCell>
        <HeaderCell isSpare>{t("joined")}</HeaderCell>
      </TableHead>
      <TableBody>
        {members.map((member) => (
          <Row key={member.id}>
            <Cell phone="title">
              <span className="flex items-center gap-3">
                <Avatar name={member.name} size="small" />
                {isLinked ? (
                  <RowLink to={member.id} className="truncate">
                    {member.name}
                  </RowLink>
                ) : (
                  <span className="truncate font-medium text-ink">{member.name}</span>
                )}
                {member.id === ownId && <Badge>{t("you")}</Badge>}
                <MemberMarks member={member} />
              </span>
            </Cell>
            <Cell phone="detail" className="text-muted">
              {member.email}
            </Cell>
            <Cell phone="value">
              <span title={t(`settings:members.roleHints.${member.role}`)}>
                {t(`common:roles.${member.role}`)}
              </span>
            </Cell>
            <Cell phone="aside" isSpare>
              <DateTime at={member.joinedAt} show="date" className="text-muted" />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

import { useTranslation } from "react-i18next";
import type { ListedSupportRequest } from "~/domain/support/support-queries.server";
import { RowLink } from "../ui/row-link";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "../ui/table";
import { TimeAgo } from "../ui/time-ago";
import { SupportState } from "./support-state";

/** Threads, the last changed first. */
export function SupportRows({ requests }: { requests: ListedSupportRequest[] }) {
  const { t } = useTranslation("support");
  return (
    <Table caption={t("title")}>
      <TableHead>
        <HeaderCell>{t("list.columns.subject")}</HeaderCell>
        <HeaderCell>{t("list.columns.state")}</HeaderCell>
        <HeaderCell isSpare>{t("list.columns.askedBy")}</HeaderCell>
        <HeaderCell isNumeric>{t("list.columns.updated")}</HeaderCell>
      </TableHead>
      <TableBody>
        {requests.map((request) => (
          <Row key={request.id}>
            <Cell phone="title" className="@xl:w-1/2 @xl:max-w-0!">
              <RowLink to={request.id} className="truncate">
                {request.subject}
              </RowLink>
            </Cell>
            <Cell phone="detail">
              <SupportState state={request.state} />
            </Cell>
            <Cell isSpare className="text-muted">
              {request.askedBy}
            </Cell>
            <Cell isNumeric phone="aside" className="text-muted">
              <TimeAgo at={request.updatedAt} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

import { useTranslation } from "react-i18next";
import type { Content } from "~/domain/organizations/contents-queries.server";
import { useFormat } from "~/i18n/use-format";
import { Card, CardHeader } from "../ui/card";
import { DateTime } from "../ui/date-time";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "../ui/table";

/** How much of what is kept here, since when and for how long. */
export function ContentsCard({ contents }: { contents: Content[] }) {
  const { t } = useTranslation(["rights", "common"]);
  const format = useFormat();
  return (
    <Card>
      <CardHeader title={t("contents.title")} detail={t("contents.lead")} />
      <Table caption={t("contents.title")}>
        <TableHead>
          <HeaderCell>{t("contents.kind")}</HeaderCell>
          <HeaderCell isNumeric>{t("contents.count")}</HeaderCell>
          <HeaderCell>{t("contents.since")}</HeaderCell>
          <HeaderCell>{t("contents.kept")}</HeaderCell>
        </TableHead>
        <TableBody>
          {contents.map(({ kind, count, since }) => (
            <Row key={kind}>
              <Cell phone="title">{t(`contents.kinds.${kind}`)}</Cell>
              <Cell isNumeric phone="value">
                {format.number(count)}
              </Cell>
              <Cell phone="aside">
                {since === null ? (
                  <span className="text-faint">{t("common:none")}</span>
                ) : (
                  <DateTime at={since} show="date" className="text-muted" />
                )}
              </Cell>
              <Cell phone="detail" className="whitespace-normal text-muted sm:py-2">
                {t(`contents.keptFor.${kind}`)}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

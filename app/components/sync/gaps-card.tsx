import { CircleAlert, CircleSlash } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Sync } from "~/domain/receipts/sync-queries.server";
import { useFormat } from "~/i18n/use-format";
import { Badge } from "../ui/badge";
import { Card, CardBody, CardHeader } from "../ui/card";
import { Money } from "../ui/money";
import { Progress } from "../ui/progress";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "../ui/table";
import { noonOf } from "./noon-of";
import { SyncButton } from "./sync-button";

/** The orders that are missing here or differ, and the one button that fetches them. */
export function GapsCard({ sync, mayManage }: { sync: Sync; mayManage: boolean }) {
  const { t } = useTranslation("receipts");
  const format = useFormat();
  const { gaps, gapCount, fetch, isFetching } = sync;
  const hidden = gapCount - gaps.length;
  return (
    <Card>
      <CardHeader
        title={t("gaps.title")}
        detail={t("gaps.lead", { count: gapCount })}
        action={
          mayManage &&
          !isFetching && (
            <SyncButton
              intent="fetch"
              variant="primary"
              doneWords={t("gaps.fetched")}
              label={t("gaps.fetch")}
            />
          )
        }
      />
      {isFetching && fetch && (
        <CardBody>
          <Progress className="max-w-lg" label={t("gaps.fetching")} done={fetch.done} total={fetch.total} />
        </CardBody>
      )}
      <Table caption={t("gaps.title")} density="compact">
        <TableHead>
          <HeaderCell>{t("gaps.columns.order")}</HeaderCell>
          <HeaderCell>{t("gaps.columns.day")}</HeaderCell>
          <HeaderCell>{t("gaps.columns.kind")}</HeaderCell>
          <HeaderCell isNumeric>{t("gaps.columns.shop")}</HeaderCell>
          <HeaderCell isNumeric isSpare>
            {t("gaps.columns.own")}
          </HeaderCell>
        </TableHead>
        <TableBody>
          {gaps.map((gap) => (
            <Row key={gap.externalId}>
              <Cell phone="title">{gap.number}</Cell>
              <Cell phone="detail">{format.date(noonOf(gap.day))}</Cell>
              <Cell phone="aside">
                <Badge tone="warn" icon={gap.kind === "missing" ? CircleSlash : CircleAlert}>
                  {t(`gaps.kinds.${gap.kind}`)}
                </Badge>
              </Cell>
              <Cell isNumeric phone="value">
                <Money minor={gap.shopMinor} currency={gap.currency} />
              </Cell>
              <Cell isNumeric isSpare>
                {gap.ownMinor !== null && <Money minor={gap.ownMinor} currency={gap.currency} />}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
      {hidden > 0 && (
        <CardBody className="pt-3 text-sm text-muted">{t("gaps.more", { count: hidden })}</CardBody>
      )}
    </Card>
  );
}

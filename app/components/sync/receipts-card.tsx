import { CircleAlert, CircleCheck, Info } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Sync } from "~/domain/receipts/sync-queries.server";
import { useFormat } from "~/i18n/use-format";
import { useMessage } from "~/i18n/use-message";
import { Badge } from "../ui/badge";
import { Card, CardBody, CardHeader } from "../ui/card";
import { Money } from "../ui/money";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "../ui/table";
import { noonOf } from "./noon-of";
import { ReceiptTrend } from "./receipt-trend";

const LISTED_DAYS = 30;
type Receipt = Sync["receipts"][number];

/** Each day of the shop beside ours, with the trend over all that is kept. */
export function ReceiptsCard({ sync }: { sync: Sync }) {
  const { t } = useTranslation("receipts");
  const format = useFormat();
  const message = useMessage();
  const { receipts, polls } = sync;
  const days = [...new Set(receipts.map(({ day }) => day))].slice(0, LISTED_DAYS);
  const listed = receipts.filter(({ day }) => days.includes(day));
  return (
    <Card>
      <CardHeader
        title={t("receipts.title")}
        detail={t("receipts.lead")}
        action={
          polls.countedAt && (
            <span className="text-sm text-muted">
              {t("receipts.checked")} {format.dateTime(polls.countedAt)}
            </span>
          )
        }
      />
      {polls.countProblem && (
        <CardBody className="text-sm text-bad-text">{message(polls.countProblem)}</CardBody>
      )}
      {receipts.length === 0 ? (
        <CardBody className="text-sm text-muted">
          {t(polls.countedAt ? "receipts.allHereBody" : "receipts.never")}
        </CardBody>
      ) : (
        <>
          <ReceiptTrend receipts={receipts} />
          <ReceiptTable receipts={listed} />
        </>
      )}
    </Card>
  );
}

function ReceiptTable({ receipts }: { receipts: Receipt[] }) {
  const { t } = useTranslation("receipts");
  const format = useFormat();
  return (
    <Table caption={t("receipts.title")} density="compact">
      <TableHead>
        <HeaderCell>{t("receipts.columns.day")}</HeaderCell>
        <HeaderCell isNumeric>{t("receipts.columns.shop")}</HeaderCell>
        <HeaderCell isNumeric>{t("receipts.columns.own")}</HeaderCell>
        <HeaderCell isNumeric isSpare>
          {t("receipts.columns.shopSum")}
        </HeaderCell>
        <HeaderCell isNumeric>{t("receipts.columns.ownSum")}</HeaderCell>
        <HeaderCell>{t("receipts.columns.state")}</HeaderCell>
      </TableHead>
      <TableBody>
        {receipts.map((receipt) => (
          <Row key={`${receipt.day} ${receipt.currency}`}>
            <Cell phone="title">{format.date(noonOf(receipt.day))}</Cell>
            <Cell isNumeric>{format.number(receipt.shopCount)}</Cell>
            <Cell isNumeric>{format.number(receipt.ownCount)}</Cell>
            <Cell isNumeric isSpare>
              <Money minor={receipt.shopMinor} currency={receipt.currency} />
            </Cell>
            <Cell isNumeric phone="value">
              <Money minor={receipt.ownMinor} currency={receipt.currency} />
            </Cell>
            <Cell phone="detail">
              <ReceiptState receipt={receipt} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function ReceiptState({ receipt }: { receipt: Receipt }) {
  const { t } = useTranslation("receipts");
  const { missing, differing, shopCount, ownCount, shopMinor, ownMinor } = receipt;
  if (missing + differing > 0) {
    const parts = [
      missing > 0 ? t("receipts.missing", { count: missing }) : null,
      differing > 0 ? t("receipts.differing", { count: differing }) : null,
    ];
    return (
      <Badge tone="warn" icon={CircleAlert}>
        {parts.filter((part) => part !== null).join(" · ")}
      </Badge>
    );
  }
  if (ownCount > shopCount || ownMinor > shopMinor) {
    return (
      <Badge icon={Info} tone="info">
        {t("receipts.extra")}
      </Badge>
    );
  }
  return (
    <Badge tone="good" icon={CircleCheck}>
      {t("receipts.same")}
    </Badge>
  );
}

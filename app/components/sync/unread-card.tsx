import { useTranslation } from "react-i18next";
import type { Sync } from "~/domain/receipts/sync-queries.server";
import { DeliveryReason } from "../connections/delivery-reason";
import { Card, CardHeader } from "../ui/card";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "../ui/table";

/** Records that the shop gave in a form nobody understood, with why. */
export function UnreadCard({ unread }: { unread: Sync["unread"] }) {
  const { t } = useTranslation("receipts");
  return (
    <Card>
      <CardHeader title={t("unread.title")} detail={t("unread.lead")} />
      <Table caption={t("unread.title")} density="compact">
        <TableHead>
          <HeaderCell>{t("unread.columns.record")}</HeaderCell>
          <HeaderCell>{t("unread.columns.reason")}</HeaderCell>
        </TableHead>
        <TableBody>
          {unread.map(({ kind, externalId, reason, detail }) => (
            <Row key={`${kind} ${externalId}`}>
              <Cell phone="title">{t(`unread.kinds.${kind}`, { id: externalId })}</Cell>
              <Cell phone="detail" className="whitespace-normal">
                <DeliveryReason reason={reason} outcome="needs_attention" />
                {detail && <span className="block font-mono text-xs text-faint">{detail}</span>}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

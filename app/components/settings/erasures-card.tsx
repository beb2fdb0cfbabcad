import { Eraser } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ListedErasure } from "~/domain/customers/erasures-queries.server";
import { useFormat } from "~/i18n/use-format";
import { Card, CardHeader } from "../ui/card";
import { DateTime } from "../ui/date-time";
import { EmptyState } from "../ui/empty-state";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "../ui/table";

/** The register of erasures: that it was done, and never to whom. */
export function ErasuresCard({ erasures }: { erasures: ListedErasure[] }) {
  const { t } = useTranslation("rights");
  const format = useFormat();
  const words = (counts: ListedErasure["counts"]) =>
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => `${t(`erasures.counts.${kind}`, kind)}: ${format.number(count)}`)
      .join(" · ");
  return (
    <Card>
      <CardHeader title={t("erasures.title")} detail={t("erasures.lead")} />
      {erasures.length === 0 ? (
        <EmptyState icon={Eraser} title={t("erasures.none")}>
          {t("erasures.noneBody")}
        </EmptyState>
      ) : (
        <Table caption={t("erasures.title")}>
          <TableHead>
            <HeaderCell>{t("erasures.when")}</HeaderCell>
            <HeaderCell>{t("erasures.what")}</HeaderCell>
            <HeaderCell>{t("erasures.by")}</HeaderCell>
            <HeaderCell>{t("erasures.howMuch")}</HeaderCell>
          </TableHead>
          <TableBody>
            {erasures.map(({ id, at, kind, actorKind, counts }) => (
              <Row key={id}>
                <Cell phone="aside">
                  <DateTime at={at} className="text-muted" />
                </Cell>
                <Cell phone="title">{t(`erasures.kinds.${kind}`)}</Cell>
                <Cell phone="value">{t(`erasures.actors.${actorKind}`, actorKind)}</Cell>
                <Cell phone="detail" className="figures whitespace-normal text-muted sm:py-2">
                  {words(counts)}
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      )}
    </Card>
  );
}

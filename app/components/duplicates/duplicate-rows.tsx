import { useTranslation } from "react-i18next";
import type { DuplicatePair } from "~/domain/duplicates/duplicates-queries.server";
import { useCustomerName } from "../customers/customer-name";
import { Badge } from "../ui/badge";
import { Phone } from "../ui/phone";
import { RowLink } from "../ui/row-link";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "../ui/table";

type DuplicateRowsProps = {
  pairs: DuplicatePair[];
  /** The customers' address. */
  base: string;
};

/** Pairs of customers who may be one, the likeliest first; each leads to both side by side. */
export function DuplicateRows({ pairs, base }: DuplicateRowsProps) {
  const { t } = useTranslation("duplicates");
  return (
    <Table caption={t("title")}>
      <TableHead>
        <HeaderCell>{t("columns.customers")}</HeaderCell>
        <HeaderCell>{t("columns.reasons")}</HeaderCell>
        <HeaderCell isNumeric>{t("columns.strength")}</HeaderCell>
      </TableHead>
      <TableBody>
        {pairs.map(({ one, other, score, reasons }) => (
          <Row key={one.id + other.id}>
            <Cell phone="title" className="@xl:w-1/2 @xl:max-w-0! @xl:py-2">
              <RowLink
                to={`${base}/${one.id}/merge/${other.id}`}
                className="grid gap-x-4 gap-y-1 @xl:grid-cols-2"
              >
                <Person of={one} />
                <Person of={other} />
              </RowLink>
            </Cell>
            <Cell phone="detail" className="text-muted">
              {reasons.map((reason) => t(`reason.${reason}`)).join(" · ")}
            </Cell>
            <Cell isNumeric phone="value">
              <Strength score={score} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function Person({ of }: { of: DuplicatePair["one"] }) {
  const nameOf = useCustomerName();
  const contact = of.phone ? <Phone number={of.phone} /> : of.email;
  return (
    <span className="grid min-w-0">
      <span className="truncate">{nameOf(of)}</span>
      <span className="truncate text-sm font-normal text-muted">{of.name ? contact : null}</span>
    </span>
  );
}

const [STRONG, LIKELY] = [90, 75];

function Strength({ score }: { score: number }) {
  const { t } = useTranslation("duplicates");
  if (score >= STRONG) return <Badge tone="good">{t("strength.strong")}</Badge>;
  if (score >= LIKELY) return <Badge tone="info">{t("strength.likely")}</Badge>;
  return <Badge>{t("strength.possible")}</Badge>;
}

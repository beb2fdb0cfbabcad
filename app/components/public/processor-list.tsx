import { useTranslation } from "react-i18next";
import type { SubProcessor } from "~/domain/privacy/sub-processors";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "../ui/table";

/** Everybody who processes data for us: what for, where, and whether always. */
export function ProcessorList({ processors }: { processors: readonly SubProcessor[] }) {
  const { t } = useTranslation("privacy");
  return (
    <section id="processors" aria-labelledby="processors-title" className="scroll-mt-20">
      <h2 id="processors-title" className="mb-2 text-xl font-medium text-ink">
        {t("processors.title")}
      </h2>
      <p className="mb-4 max-w-[68ch] text-lg text-pretty text-muted">{t("processors.lead")}</p>
      <div className="rounded-card border border-line bg-surface">
        <Table caption={t("processors.title")}>
          <TableHead>
            <HeaderCell>{t("processors.columns.name")}</HeaderCell>
            <HeaderCell>{t("processors.columns.purpose")}</HeaderCell>
            <HeaderCell>{t("processors.columns.region")}</HeaderCell>
            <HeaderCell>{t("processors.columns.used")}</HeaderCell>
          </TableHead>
          <TableBody>
            {processors.map((one) => (
              <Row key={one.name}>
                <Cell phone="title" className="font-medium text-ink">
                  {one.name}
                </Cell>
                <Cell phone="detail">{t(`processors.purpose.${one.purpose}`)}</Cell>
                <Cell phone="aside">{t(`processors.region.${one.region}`)}</Cell>
                <Cell phone="value" className="text-muted max-sm:text-sm">
                  {t(`processors.used.${one.used}`)}
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      </div>
    </section>
  );
}

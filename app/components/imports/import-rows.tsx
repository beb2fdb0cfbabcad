import { useTranslation } from "react-i18next";
import type { ListedImport } from "~/domain/imports/imports-queries.server";
import { useFormat } from "~/i18n/use-format";
import { ImportStateBadge } from "../status/import-state";
import { DateTime } from "../ui/date-time";
import { RowLink } from "../ui/row-link";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "../ui/table";

const COUNTED = ["created", "changed", "rejected"] as const;

/** Imports, the newest first: which file, by whom, when, where it is and what came of it. */
export function ImportRows({ imports }: { imports: ListedImport[] }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  return (
    <Table caption={t("title")}>
      <TableHead>
        <HeaderCell>{t("columns.file")}</HeaderCell>
        <HeaderCell isSpare>{t("columns.by")}</HeaderCell>
        <HeaderCell>{t("columns.when")}</HeaderCell>
        <HeaderCell>{t("columns.state")}</HeaderCell>
        {COUNTED.map((outcome) => (
          <HeaderCell key={outcome} isNumeric isSpare={outcome !== "created"}>
            {t(`outcomes.${outcome}`)}
          </HeaderCell>
        ))}
      </TableHead>
      <TableBody>
        {imports.map(({ id, fileName, noun, creatorName, createdAt, state, counts }) => (
          <Row key={id}>
            <Cell phone="title">
              <RowLink to={id}>{fileName}</RowLink>
              <span className="ml-2 font-normal text-muted">{t(`nouns.${noun}`)}</span>
            </Cell>
            <Cell isSpare className="text-muted">
              {creatorName}
            </Cell>
            <Cell phone="detail" className="text-muted">
              <DateTime at={createdAt} />
            </Cell>
            <Cell phone="value">
              <ImportStateBadge state={state} />
            </Cell>
            {COUNTED.map((outcome) => (
              <Cell key={outcome} isNumeric isSpare={outcome !== "created"}>
                {counts ? format.number(counts[outcome]) : <span className="text-faint">–</span>}
              </Cell>
            ))}
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

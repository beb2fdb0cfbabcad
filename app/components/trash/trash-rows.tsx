import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LISTS, type TrashNoun } from "~/domain/trash/trash-nouns";
import type { TrashedRecord } from "~/domain/trash/trash-queries.server";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { DateTime } from "../ui/date-time";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "../ui/table";
import type { useTrash } from "./use-trash";

type TrashRowsProps = {
  /** The organization's address. */
  base: string;
  noun: TrashNoun;
  rows: TrashedRecord[];
  selection: { ids: readonly string[]; toggle: (id: string) => void };
  trash: ReturnType<typeof useTrash>;
};

/** What lies in the trash, the latest first, each with its way back. */
export function TrashRows({ base, noun, rows, selection, trash }: TrashRowsProps) {
  const { t } = useTranslation("trash");
  return (
    <Table caption={t(`nouns.${noun}`)}>
      <TableHead>
        <HeaderCell>{t("columns.record")}</HeaderCell>
        <HeaderCell>{t("columns.by")}</HeaderCell>
        <HeaderCell>{t("columns.when")}</HeaderCell>
        <HeaderCell isNumeric>{t("columns.left")}</HeaderCell>
        <HeaderCell>
          <span className="sr-only">{t("restore")}</span>
        </HeaderCell>
      </TableHead>
      <TableBody>
        {rows.map(({ id, title, detail, deletedAt, deletedByName, daysLeft }) => {
          const name = title ?? t("unnamed");
          const isSelected = selection.ids.includes(id);
          return (
            <Row key={id} isSelected={isSelected}>
              <Cell phone="title">
                <span className="flex min-w-0 items-center gap-3">
                  <Checkbox
                    aria-label={t("select", { name })}
                    checked={isSelected}
                    onChange={() => selection.toggle(id)}
                  />
                  <span className="min-w-0 truncate">
                    <Link
                      to={`${base}/${LISTS[noun]}/${id}`}
                      prefetch="intent"
                      className="rounded-small font-medium text-ink hover:underline hover:underline-offset-3"
                    >
                      {name}
                    </Link>
                    {detail && <span className="ml-2 font-normal text-muted">{detail}</span>}
                  </span>
                </span>
              </Cell>
              <Cell className="text-muted">{deletedByName ?? t("byNobody")}</Cell>
              <Cell phone="detail" className="text-muted">
                {deletedAt && <DateTime at={deletedAt} />}
              </Cell>
              <Cell isNumeric phone="aside" className="text-muted">
                {daysLeft === 0 ? t("today") : t("daysLeft", { count: daysLeft })}
              </Cell>
              <Cell phone="value" className="@xl:text-right">
                <Button
                  size="small"
                  disabled={trash.isPending}
                  onClick={() => trash.act({ intent: "restore", noun, id })}
                >
                  {t("restore")}
                </Button>
              </Cell>
            </Row>
          );
        })}
      </TableBody>
    </Table>
  );
}

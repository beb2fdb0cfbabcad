import { Bot, type LucideIcon, Store, UserX } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ActFilters } from "~/domain/audit/act-filters";
import type { ListedAct } from "~/domain/audit/audit-queries.server";
import { Avatar } from "../ui/avatar";
import { DateTime } from "../ui/date-time";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "../ui/table";
import { ActDetails } from "./act-details";
import { ActWords } from "./act-words";

/** Acts, newest first. */
export function ActList({ acts, filters }: { acts: ListedAct[]; filters: ActFilters }) {
  const { t } = useTranslation("audit");
  return (
    <Table caption={t("title")}>
      <TableHead>
        <HeaderCell>{t("columns.time")}</HeaderCell>
        <HeaderCell>{t("columns.actor")}</HeaderCell>
        <HeaderCell>{t("columns.act")}</HeaderCell>
        <HeaderCell isSpare>{t("columns.address")}</HeaderCell>
      </TableHead>
      <TableBody>
        {acts.map((act) => (
          <Row key={act.seq}>
            <Cell phone="aside">
              <DateTime at={act.at} className="text-muted" />
            </Cell>
            <Cell phone="detail">
              <ActorName act={act} />
            </Cell>
            <Cell
              phone="title"
              className="font-normal! whitespace-normal text-muted @max-xl:col-span-2 @xl:py-2!"
            >
              <ActWords act={act} />
              <ActDetails act={act} filters={filters} />
            </Cell>
            <Cell isSpare className="figures text-sm text-faint">
              {act.ip}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

const ACTOR_ICONS: Record<string, LucideIcon> = { shop: Store, visitor: UserX };

function ActorName({ act }: { act: ListedAct }) {
  const { t } = useTranslation("audit");
  const { actorKind, actorName } = act;
  const isPerson = actorKind === "user" || actorKind === "key";
  const Icon = ACTOR_ICONS[actorKind] ?? Bot;
  const name = actorName ?? t(`actors.${actorKind}`);
  return (
    <span className="flex items-center gap-2.5">
      {isPerson ? (
        <Avatar name={name} size="small" />
      ) : (
        <span className="grid size-6 place-items-center text-muted">
          <Icon aria-hidden="true" className="size-4" />
        </span>
      )}
      <span className="truncate">{name}</span>
    </span>
  );
}

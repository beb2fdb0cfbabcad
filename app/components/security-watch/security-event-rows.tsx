import { useTranslation } from "react-i18next";
import { isSecurityKind } from "~/domain/security/security-kinds";
import type { ListedSecurityEvent } from "~/domain/security/security-queries.server";
import { RichText } from "~/i18n/rich-text";
import { DateTime } from "../ui/date-time";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "../ui/table";

/** Signs of fraud and abuse, newest first, in plain words. */
export function SecurityEventRows({ events }: { events: ListedSecurityEvent[] }) {
  const { t } = useTranslation("security");
  return (
    <Table caption={t("title")}>
      <TableHead>
        <HeaderCell>{t("columns.time")}</HeaderCell>
        <HeaderCell>{t("columns.sign")}</HeaderCell>
        <HeaderCell isNumeric>{t("columns.count")}</HeaderCell>
        <HeaderCell isSpare>{t("columns.from")}</HeaderCell>
      </TableHead>
      <TableBody>
        {events.map((event) => (
          <Row key={event.id}>
            <Cell phone="aside">
              <DateTime at={event.lastAt} className="text-muted" />
            </Cell>
            <Cell
              phone="title"
              className="font-normal! whitespace-normal text-muted @max-xl:col-span-2 @xl:py-2!"
            >
              <SignWords event={event} />
            </Cell>
            <Cell isNumeric phone="detail">
              {event.count}×
            </Cell>
            <Cell isSpare className="figures text-sm text-faint">
              {[event.ip, event.city, event.country].filter(Boolean).join(", ")}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function SignWords({ event }: { event: ListedSecurityEvent }) {
  const { t } = useTranslation(["security", "settings"]);
  const { kind, facts, userName, shopName } = event;
  if (!isSecurityKind(kind)) return <>{kind}</>;
  const permission = String(facts.permission ?? "");
  return (
    <RichText
      t={t}
      i18nKey={`signs.${kind}`}
      values={{
        ...facts,
        user: userName ?? t("somebody"),
        shop: shopName ?? t("formerShop"),
        permission: t(`settings:permissions.${permission}`, permission),
      }}
      components={{ b: <b className="font-medium text-ink" /> }}
    />
  );
}

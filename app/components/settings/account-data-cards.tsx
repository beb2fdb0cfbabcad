import { useTranslation } from "react-i18next";
import type { AccountData } from "~/domain/accounts/account-data.server";
import { useFormat } from "~/i18n/use-format";
import { Card, CardBody, CardHeader } from "../ui/card";
import { DateTime } from "../ui/date-time";
import { Fact, Facts } from "../ui/facts";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "../ui/table";
import { TextLink } from "../ui/text-link";

/** Everything kept of the user: profile, consents, organizations and sessions. */
export function AccountDataCards({ slug, data }: { slug: string; data: AccountData }) {
  return (
    <>
      <ProfileCard data={data} />
      <PlacesCard places={data.organizations} />
      <SessionsCard slug={slug} sessions={data.sessions} />
    </>
  );
}

function ProfileCard({ data: { profile, policies, passkeys } }: { data: AccountData }) {
  const { t } = useTranslation("rights");
  return (
    <Card>
      <CardHeader title={t("yours.profile")} />
      <CardBody>
        <Facts>
          <Fact label={t("yours.name")}>{profile.name}</Fact>
          <Fact label={t("yours.email")}>{profile.email}</Fact>
          <Fact label={t("yours.since")}>
            <DateTime at={profile.createdAt} show="date" />
          </Fact>
          <Fact label={t("yours.adult")}>
            <DateTime at={profile.adultConfirmedAt} show="date" />
          </Fact>
          {policies.map(({ version, acceptedAt }) => (
            <Fact key={version} label={t("yours.policy", { version })}>
              <DateTime at={acceptedAt} show="date" />
            </Fact>
          ))}
          {passkeys.map(({ name, addedAt }) => (
            <Fact key={`${name} ${String(addedAt)}`} label={t("yours.passkey", { name })}>
              <DateTime at={addedAt} show="date" />
            </Fact>
          ))}
        </Facts>
      </CardBody>
    </Card>
  );
}

function PlacesCard({ places }: { places: AccountData["organizations"] }) {
  const { t } = useTranslation(["rights", "common"]);
  const format = useFormat();
  return (
    <Card>
      <CardHeader title={t("yours.organizations")} />
      <Table caption={t("yours.organizations")}>
        <TableHead>
          <HeaderCell>{t("yours.organization")}</HeaderCell>
          <HeaderCell>{t("yours.role")}</HeaderCell>
          <HeaderCell>{t("yours.memberSince")}</HeaderCell>
          <HeaderCell isNumeric>{t("yours.acts")}</HeaderCell>
        </TableHead>
        <TableBody>
          {places.map(({ name, role, since, acts }) => (
            <Row key={`${name} ${String(since)}`}>
              <Cell phone="title">{name}</Cell>
              <Cell phone="detail">{t(`common:roles.${role}`)}</Cell>
              <Cell phone="aside">
                <DateTime at={since} show="date" className="text-muted" />
              </Cell>
              <Cell isNumeric phone="value">
                {format.number(acts)}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

const SHOWN = 20;

function SessionsCard({ slug, sessions }: { slug: string; sessions: AccountData["sessions"] }) {
  const { t } = useTranslation("rights");
  return (
    <Card>
      <CardHeader
        title={t("yours.sessions")}
        detail={t("yours.sessionsLead")}
        action={<TextLink to={`/o/${slug}/settings/security`}>{t("yours.manage")}</TextLink>}
      />
      <Table caption={t("yours.sessions")}>
        <TableHead>
          <HeaderCell>{t("yours.began")}</HeaderCell>
          <HeaderCell>{t("yours.place")}</HeaderCell>
          <HeaderCell>{t("yours.address")}</HeaderCell>
          <HeaderCell isSpare>{t("yours.browser")}</HeaderCell>
        </TableHead>
        <TableBody>
          {sessions.slice(0, SHOWN).map(({ startedAt, city, country, ip, userAgent }) => (
            <Row key={String(startedAt)}>
              <Cell phone="title" className="font-normal!">
                <DateTime at={startedAt} />
              </Cell>
              <Cell phone="detail" className="text-muted">
                {[city, country].filter(Boolean).join(", ")}
              </Cell>
              <Cell phone="value" className="figures font-normal! text-muted">
                {ip}
              </Cell>
              <Cell isSpare className="max-w-64 truncate text-sm text-faint">
                {userAgent}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

import { useTranslation } from "react-i18next";
import type { Role } from "~/domain/organizations/permissions";
import { Badge } from "../ui/badge";
import { Card, CardBody, CardHeader } from "../ui/card";

type FactorCoverageProps = { members: number; without: { id: string; name: string; role: Role }[] };

/** How many members have a second factor, and the names of those who have none. */
export function FactorCoverage({ members, without }: FactorCoverageProps) {
  const { t } = useTranslation(["security", "common"]);
  return (
    <Card>
      <CardHeader
        title={t("factors.title")}
        detail={t("factors.counts", { with: members - without.length, members })}
      />
      {without.length > 0 && (
        <CardBody>
          <p className="mb-2 text-muted">{t("factors.without")}</p>
          <ul className="flex flex-wrap gap-2">
            {without.map(({ id, name, role }) => (
              <li key={id}>
                <Badge>
                  {name}, {t(`common:roles.${role}`)}
                </Badge>
              </li>
            ))}
          </ul>
        </CardBody>
      )}
    </Card>
  );
}

import { useTranslation } from "react-i18next";
import type { Member } from "~/domain/members/members-queries.server";
import { Avatar } from "../ui/avatar";
import { Badge } from "../ui/badge";
import { DateTime } from "../ui/date-time";
import { TextLink } from "../ui/text-link";
import { MemberMarks } from "./member-marks";

/** Who this is, and the way back to all. */
export function MemberHead({ member, isOwn }: { member: Member; isOwn: boolean }) {
  const { t } = useTranslation("members");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <TextLink to="..">{t("back")}</TextLink>
      <div className="flex items-center gap-3">
        <Avatar name={member.name} size="large" />
        <div className="min-w-0">
          <h2 className="flex flex-wrap items-center gap-2 text-lg font-medium text-ink">
            <span className="min-w-0 truncate">{member.name}</span>
            {isOwn && <Badge>{t("you")}</Badge>}
            <MemberMarks member={member} />
          </h2>
          <p className="truncate text-muted">{member.email}</p>
          <p className="text-sm text-muted">
            {t("joined")} <DateTime at={member.joinedAt} show="date" />
          </p>
        </div>
      </div>
    </div>
  );
}

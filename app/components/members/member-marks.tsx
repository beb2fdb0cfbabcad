import { Ban, Crown } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Member } from "~/domain/members/members-queries.server";
import { Badge } from "../ui/badge";

/** What sets a member apart: the owner, and whoever is suspended. */
export function MemberMarks({ member }: { member: Pick<Member, "isOwner" | "state"> }) {
  const { t } = useTranslation("members");
  return (
    <>
      {member.isOwner && (
        <Badge tone="brand" icon={Crown}>
          {t("owner")}
        </Badge>
      )}
      {member.state === "suspended" && (
        <Badge tone="warn" icon={Ban}>
          {t("suspended")}
        </Badge>
      )}
    </>
  );
}

import type { SubmissionResult } from "@conform-to/react";
import { useFetcher } from "@remix-run/react";
import { Clock } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Invitation } from "~/domain/members/members-queries.server";
import { useMessage } from "~/i18n/use-message";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { DateTime } from "../ui/date-time";
import { Cell, Row } from "../ui/table";

type InvitationRowProps = { invitation: Invitation; action: string; isExpired: boolean };

/** One open invitation, with sending it again and taking it back. */
export function InvitationRow({ invitation, action, isExpired }: InvitationRowProps) {
  const { t } = useTranslation(["members", "common"]);
  const message = useMessage();
  const fetcher = useFetcher<SubmissionResult<string[]>>();
  const intent = fetcher.formData?.get("intent");
  const [refusal] = (fetcher.state === "idle" && fetcher.data?.error?.[""]) || [];
  return (
    <Row>
      <Cell phone="title">
        <span className="block truncate font-medium text-ink">{invitation.email}</span>
        {refusal && (
          <span role="alert" className="block text-sm whitespace-normal text-bad-text">
            {message(refusal)}
          </span>
        )}
      </Cell>
      <Cell phone="value">{t(`common:roles.${invitation.role}`)}</Cell>
      <Cell phone="detail" className="text-muted">
        {isExpired ? (
          <Badge tone="warn" icon={Clock}>
            {t("invitations.expired")}
          </Badge>
        ) : (
          <DateTime at={invitation.expiresAt} show="date" />
        )}
      </Cell>
      <Cell phone="aside">
        <fetcher.Form method="post" action={action} className="flex justify-end gap-1">
          <Button type="submit" size="small" name="intent" value="resend" isLoading={intent === "resend"}>
            {t("invitations.resend")}
          </Button>
          <Button
            type="submit"
            size="small"
            variant="ghost"
            name="intent"
            value="revoke"
            isLoading={intent === "revoke"}
          >
            {t("invitations.revoke")}
          </Button>
        </fetcher.Form>
      </Cell>
    </Row>
  );
}

import { useTranslation } from "react-i18next";
import type { Sync } from "~/domain/receipts/sync-queries.server";
import { useMessage } from "~/i18n/use-message";
import { Card, CardBody, CardHeader } from "../ui/card";
import { Fact, Facts } from "../ui/facts";
import { TimeAgo } from "../ui/time-ago";

/** When the shop was last asked for what changed, and what was wrong. */
export function PollCard({ sync }: { sync: Sync }) {
  const { t } = useTranslation("receipts");
  const message = useMessage();
  const { polledAt, pollProblem } = sync.polls;
  const isPolled = sync.platform !== "shopify";
  const problem = sync.brokenReason ?? pollProblem;
  return (
    <Card>
      <CardHeader title={t("poll.title")} />
      <CardBody className="grid gap-3">
        {isPolled && (
          <Facts>
            <Fact label={t("poll.last")}>{polledAt ? <TimeAgo at={polledAt} /> : t("poll.never")}</Fact>
          </Facts>
        )}
        {problem && <p className="text-sm text-bad-text">{message(problem)}</p>}
        <p className="text-sm text-muted">{t(isPolled ? "poll.help" : "poll.none")}</p>
      </CardBody>
    </Card>
  );
}

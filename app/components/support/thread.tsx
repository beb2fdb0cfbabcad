import { useTranslation } from "react-i18next";
import type { SupportMessage } from "~/domain/support/support-queries.server";
import { Avatar } from "../ui/avatar";
import { DateTime } from "../ui/date-time";
import { LogoMark } from "../ui/logo";

/** What was written, oldest first. */
export function Thread({ messages }: { messages: SupportMessage[] }) {
  const { t } = useTranslation("support");
  return (
    <ol className="divide-y divide-line border-t border-line">
      {messages.map(({ id, author, name, body, createdAt }) => {
        const writer = author === "operator" ? t("thread.operator") : (name ?? t("thread.you"));
        return (
          <li key={id} className="grid grid-cols-[1.75rem_1fr] gap-x-3 px-4 py-4 sm:px-5">
            {author === "operator" ? <LogoMark className="size-6" /> : <Avatar name={writer} size="small" />}
            <div className="min-w-0">
              <p className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span className="font-medium text-ink">{writer}</span>
                <DateTime at={createdAt} className="text-sm text-muted" />
              </p>
              <p className="mt-1 max-w-[68ch] break-words whitespace-pre-line text-muted">{body}</p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

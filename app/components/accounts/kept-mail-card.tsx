import { useTranslation } from "react-i18next";
import { Card, CardBody, CardHeader } from "../ui/card";
import { TimeAgo } from "../ui/time-ago";

type KeptMailCardProps = {
  mail: { to: string; subject: string; text: string; sentAt: string };
};

const LINK = /^https?:\/\/\S+$/;

/** A mail as plain text, with its links to press. */
export function KeptMailCard({ mail }: KeptMailCardProps) {
  const { t } = useTranslation("auth");
  return (
    <Card>
      <CardHeader
        title={mail.subject}
        detail={t("mailbox.to", { email: mail.to })}
        action={<TimeAgo at={mail.sentAt} className="text-sm text-muted" />}
      />
      <CardBody className="grid gap-1 whitespace-pre-line break-words text-muted">
        {mail.text.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph} className="mb-2">
            {paragraph
              .split("\n")
              .map((line) => (LINK.test(line) ? <MailLink key={line} url={line} /> : `${line}\n`))}
          </p>
        ))}
      </CardBody>
    </Card>
  );
}

function MailLink({ url }: { url: string }) {
  return (
    <a href={url} className="break-all text-brand-text underline underline-offset-3">
      {url}
    </a>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { MailOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { KeptMailCard } from "~/components/accounts/kept-mail-card";
import { PublicShell } from "~/components/shell/public-shell";
import { EmptyState } from "~/components/ui/empty-state";
import { requireMailbox } from "~/http/require-mailbox.server";
import { visitorTitle } from "~/http/visitor-page.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const mails = await requireMailbox(context).list();
  return { title: await visitorTitle(request, "auth:mailbox.title"), mails };
}

/** Development's mail, newest first. Where real mail is sent this page does not exist. */
export default function MailboxPage() {
  const { t } = useTranslation("auth");
  const { mails } = useLoaderData<typeof loader>();
  return (
    <PublicShell>
      <div className="mx-auto grid max-w-190 grid-cols-1 gap-4 px-4 py-8 sm:px-6">
        <header>
          <h1 className="text-xl font-medium">{t("mailbox.title")}</h1>
          <p className="mt-1 text-muted">{t("mailbox.lead")}</p>
        </header>
        {mails.map((mail) => (
          <KeptMailCard key={mail.id} mail={mail} />
        ))}
        {mails.length === 0 && (
          <EmptyState icon={MailOpen} title={t("mailbox.empty")}>
            {t("mailbox.emptyHint")}
          </EmptyState>
        )}
      </div>
    </PublicShell>
  );
}

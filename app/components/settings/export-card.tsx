import { useFetcher } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { Card, CardBody, CardHeader } from "../ui/card";
import { TextLink } from "../ui/text-link";
import { type ToastAnswer, useToastAnswer } from "../ui/use-toast-answer";

/** Asks for an archive of everything, and says where it will be found. */
export function ExportCard({ slug }: { slug: string }) {
  const { t } = useTranslation("rights");
  const fetcher = useFetcher<ToastAnswer>();
  useToastAnswer(fetcher, t("export.started"));
  return (
    <Card>
      <CardHeader title={t("export.title")} />
      <CardBody className="grid justify-items-start gap-4">
        <p className="max-w-prose text-muted">{t("export.body")}</p>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <fetcher.Form method="post">
            <Button type="submit" variant="primary" isLoading={fetcher.state !== "idle"}>
              {t("export.start")}
            </Button>
          </fetcher.Form>
          <TextLink to={`/o/${slug}/settings/activity`}>{t("export.activity")}</TextLink>
        </div>
      </CardBody>
    </Card>
  );
}

import { useTranslation } from "react-i18next";
import type { SampleCounts } from "~/domain/organizations/sample-queries.server";
import { useFormat } from "~/i18n/use-format";
import { Card, CardBody, CardHeader } from "../ui/card";
import { RemoveSample } from "./remove-sample";

/** How much sample data there is, and the way out of it. */
export function SampleCard({
  slug,
  sample,
  mayRemove,
}: {
  slug: string;
  sample: SampleCounts;
  mayRemove: boolean;
}) {
  const { t } = useTranslation(["settings", "dashboard"]);
  const format = useFormat();
  return (
    <Card>
      <CardHeader title={t("sample.title")} />
      <CardBody className="grid justify-items-start gap-4">
        <p className="text-muted">
          {t("sample.counts", {
            customers: format.number(sample.customers),
            orders: format.number(sample.orders),
            products: format.number(sample.products),
          })}{" "}
          {t("dashboard:sample.body")}
        </p>
        {mayRemove && <RemoveSample slug={slug} />}
      </CardBody>
    </Card>
  );
}

import { useTranslation } from "react-i18next";
import type { ConnectionView } from "~/domain/connections/connections-queries.server";
import type { OneClick } from "~/domain/connections/shop-api/one-click";
import { Card, CardBody, CardHeader } from "../ui/card";
import { ApprovalForm } from "./approval-form";
import { PasteKeys } from "./paste-keys";
import { PasteToken } from "./paste-token";
import { ShopAccessFacts } from "./shop-access-facts";

type ShopAccessProps = { connection: ConnectionView; oneClick: OneClick; label: string };

/** How we get into the shop: the way there, or how things stand once we are in. */
export function ShopAccess({ connection, oneClick, label }: ShopAccessProps) {
  const { t } = useTranslation("shopAccess");
  const { access, shop } = connection;
  const known = shop.address;
  const isToken = oneClick.kind === "token";
  const form = isToken ? (
    <PasteToken known={known} />
  ) : (
    <ApprovalForm oneClick={oneClick} label={label} known={known} />
  );
  if (access) {
    return (
      <ShopAccessFacts access={access} hasWebhooks={!isToken}>
        {access.brokenReason && form}
      </ShopAccessFacts>
    );
  }
  return (
    <Card>
      <CardHeader title={t(isToken ? "token.title" : "oneClick.title")} />
      <CardBody className="grid gap-5">
        <p className="text-base text-pretty text-muted">{t(`oneClick.${oneClick.kind}`)}</p>
        {form}
        {oneClick.kind === "woocommerce" && <PasteKeys known={known} />}
      </CardBody>
    </Card>
  );
}

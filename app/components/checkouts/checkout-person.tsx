import { useTranslation } from "react-i18next";
import type { CheckoutView } from "~/domain/checkouts/get-checkout.server";
import { useCustomerName } from "../customers/customer-name";
import { AddressLines, hasAddress } from "../lists/address-lines";
import { ContactLine } from "../lists/contact-line";
import { Card, CardBody, CardHeader } from "../ui/card";
import { Fact, Facts } from "../ui/facts";
import { TextLink } from "../ui/text-link";

/** Who began it: the customer, or what was typed by somebody who is none yet. */
export function CheckoutPerson({ checkout, base }: { checkout: CheckoutView; base: string }) {
  const { t } = useTranslation(["checkouts", "customers"]);
  const nameOf = useCustomerName();
  const { customerId, name, email, phone, address, areContactsMasked: isMasked } = checkout;
  const isNamed = name !== null || email !== null || phone !== null;
  return (
    <Card>
      <CardHeader title={t("checkouts:page.who")} />
      <CardBody>
        <p className="pb-1">
          {customerId ? (
            <TextLink to={`${base}/customers/${customerId}`}>{nameOf({ name, email, phone })}</TextLink>
          ) : (
            <span className="text-ink">
              {isNamed
                ? nameOf({ name, email, phone })
                : t(checkout.erasedAt ? "checkouts:erased" : "checkouts:nobody")}
            </span>
          )}
        </p>
        {!customerId && (isNamed || checkout.erasedAt) && (
          <p className="pb-2 text-sm text-muted">
            {t(checkout.erasedAt ? "checkouts:page.erasedHint" : "checkouts:page.unknownHint")}
          </p>
        )}
        <Facts>
          {phone && (
            <Fact label={t("customers:columns.phone")}>
              <ContactLine kind="phone" value={phone} isMasked={isMasked} />
            </Fact>
          )}
          {email && (
            <Fact label={t("customers:columns.email")}>
              <span className="wrap-anywhere">
                <ContactLine kind="email" value={email} isMasked={isMasked} />
              </span>
            </Fact>
          )}
          {hasAddress(address) && (
            <Fact label={t("checkouts:page.sendTo")}>
              <AddressLines address={address} />
            </Fact>
          )}
        </Facts>
      </CardBody>
    </Card>
  );
}

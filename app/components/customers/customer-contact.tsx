import { useTranslation } from "react-i18next";
import type { CustomerView } from "~/domain/customers/get-customer.server";
import { AddressLines, hasAddress } from "../lists/address-lines";
import { ContactLine } from "../lists/contact-line";
import { Card, CardBody, CardHeader } from "../ui/card";
import { Fact, Facts } from "../ui/facts";

/** How to reach a customer, and everything it is known by. */
export function CustomerContact({ customer }: { customer: CustomerView }) {
  const { t } = useTranslation("customers");
  const { email, phone, company, address, areContactsMasked: isMasked } = customer;
  const others = customer.identities.filter(
    ({ kind, value, shopName }) => value !== email && value !== phone && (kind !== "platform" || shopName),
  );
  return (
    <Card>
      <CardHeader title={t("page.contact")} />
      <CardBody>
        <Facts>
          {phone && (
            <Fact label={t("columns.phone")}>
              <ContactLine kind="phone" value={phone} isMasked={isMasked} />
            </Fact>
          )}
          {email && (
            <Fact label={t("columns.email")}>
              <ContactLine kind="email" value={email} isMasked={isMasked} />
            </Fact>
          )}
          {company && <Fact label={t("page.company")}>{company}</Fact>}
          {hasAddress(address) && (
            <Fact label={t("page.address")}>
              <AddressLines address={address} />
            </Fact>
          )}
          {others.map((identity) => (
            <Identity key={identity.id} identity={identity} isMasked={isMasked} />
          ))}
        </Facts>
      </CardBody>
    </Card>
  );
}

type IdentityProps = { identity: CustomerView["identities"][number]; isMasked: boolean };

function Identity({ identity, isMasked }: IdentityProps) {
  const { t } = useTranslation("customers");
  const { kind, value, shopName } = identity;
  return (
    <Fact label={t(`identityKinds.${kind}`, { shop: shopName })}>
      {kind === "platform" ? (
        <span className="font-mono text-sm">{value}</span>
      ) : (
        <ContactLine kind={kind} value={value} isMasked={isMasked} />
      )}
    </Fact>
  );
}

import { useTranslation } from "react-i18next";
import type { OrderView } from "~/domain/orders/get-order.server";
import { AddressLines, hasAddress } from "../lists/address-lines";
import { ContactLine } from "../lists/contact-line";
import { Card, CardBody, CardHeader } from "../ui/card";
import { Fact, Facts } from "../ui/facts";
import { TextLink } from "../ui/text-link";

/** Who bought: the customer, and the details that this order gave. */
export function OrderBuyer({ order, customersTo }: { order: OrderView; customersTo: string }) {
  const { t } = useTranslation(["orders", "customers"]);
  const { contact, areContactsMasked: isMasked } = order;
  const name = order.customerName ?? contact.name ?? order.customerContact ?? t("customers:noName");
  return (
    <Card>
      <CardHeader title={t("columns.customer")} />
      <CardBody>
        {order.customerId ? (
          <p className="pb-1">
            <TextLink to={`${customersTo}/${order.customerId}`}>{name}</TextLink>{" "}
            <span className="text-sm text-muted">
              {t("common:count.orders", { count: order.customerOrders ?? 0 })}
            </span>
          </p>
        ) : (
          <p className="pb-1 text-muted">{order.erasedAt ? t("erased") : t("noCustomerHint")}</p>
        )}
        <Facts>
          {contact.name && contact.name !== name && (
            <Fact label={t("customers:columns.name")}>{contact.name}</Fact>
          )}
          {contact.phone && (
            <Fact label={t("customers:columns.phone")}>
              <ContactLine kind="phone" value={contact.phone} isMasked={isMasked} />
            </Fact>
          )}
          {contact.email && (
            <Fact label={t("customers:columns.email")}>
              <ContactLine kind="email" value={contact.email} isMasked={isMasked} />
            </Fact>
          )}
          {contact.company && <Fact label={t("customers:page.company")}>{contact.company}</Fact>}
          <SendTo order={order} />
        </Facts>
      </CardBody>
    </Card>
  );
}

/** Where it goes: the shipping address, else the buyer's own. */
function SendTo({ order }: { order: OrderView }) {
  const { t } = useTranslation("orders");
  const { shipping, billing } = order.contact;
  const address = hasAddress(shipping) ? shipping : billing;
  if (!hasAddress(address)) return null;
  return (
    <Fact label={t("page.shippingTo")}>
      <AddressLines address={address} />
    </Fact>
  );
}

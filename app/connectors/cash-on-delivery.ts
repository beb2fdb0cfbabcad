const CODE = /(?:^|[^a-z])cod(?:$|[^a-z])/i;
const NAME = /cash on delivery|bayar(?:an)? (?:semasa|ketika) (?:terima|penghantaran|terimaan)/i;

/** Whether one of the names of a payment method ("cod", "Cash on Delivery (COD)", "Bayar semasa terima") means cash on delivery. */
export function isCashOnDelivery(...names: readonly (string | null)[]): boolean {
  return names.some((name) => name !== null && (CODE.test(name) || NAME.test(name)));
}

import * as z from "zod";
import type { Address } from "../canonical";
import { joinName, toAddress } from "../person";
import { looseText } from "../tolerant-schemas";

export const shopifyAddressSchema = z.object({
  first_name: looseText,
  last_name: looseText,
  name: looseText,
  company: looseText,
  address1: looseText,
  address2: looseText,
  city: looseText,
  province: looseText,
  province_code: looseText,
  zip: looseText,
  country: looseText,
  country_code: looseText,
  phone: looseText,
});

export type ShopifyAddress = z.infer<typeof shopifyAddressSchema>;

export function addressName(address: ShopifyAddress | null): string | null {
  return address === null ? null : (joinName(address.first_name, address.last_name) ?? address.name);
}

export function toPostalAddress(address: ShopifyAddress | null): Address | null {
  if (address === null) return null;
  return toAddress({
    line1: address.address1,
    line2: address.address2,
    city: address.city,
    state: address.province_code ?? address.province,
    postcode: address.zip,
    country: address.country_code ?? address.country,
  });
}

import * as z from "zod";
import { readSen } from "../amount-text";
import { readUnixTime } from "../read";
import {
  looseCurrency,
  looseFlag,
  looseList,
  looseNumber,
  looseObject,
  looseText,
  requiredId,
} from "../tolerant-schemas";

const sen = z.unknown().optional().transform(readSen);
const unixTime = z.unknown().optional().transform(readUnixTime);

const clientSchema = z.object({
  email: looseText,
  phone: looseText,
  full_name: looseText,
  legal_name: looseText,
  street_address: looseText,
  city: looseText,
  zip_code: looseText,
  state: looseText,
  country: looseText,
});

const productSchema = z.object({ name: looseText, quantity: looseNumber, price: sen, discount: sen });
export type ChipProduct = z.infer<typeof productSchema>;

const paymentSchema = z.object({
  amount: sen,
  currency: looseCurrency,
  paid_on: unixTime,
  description: looseText,
});

export const purchaseSchema = z.object({
  id: requiredId,
  status: looseText,
  reference: looseText,
  reference_generated: looseText,
  is_test: looseFlag,
  created_on: unixTime,
  updated_on: unixTime,
  client: looseObject(clientSchema),
  purchase: looseObject(
    z.object({ total: sen, currency: looseCurrency, products: looseList(productSchema) }),
  ),
  payment: looseObject(paymentSchema),
  transaction_data: looseObject(z.object({ payment_method: looseText })),
});
export type Purchase = z.infer<typeof purchaseSchema>;

export const refundSchema = z.object({
  id: requiredId,
  related_to: z.object({ id: requiredId }),
  created_on: unixTime,
  updated_on: unixTime,
  payment: looseObject(paymentSchema),
});

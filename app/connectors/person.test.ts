import { expect, test } from "vitest";
import { joinName, personOrNull, toAddress } from "./person";

const EMPTY = { line1: null, line2: null, city: null, state: null, postcode: null, country: null };
const NOBODY = { platformId: null, email: null, phone: null, name: null, company: null, address: null };

test("a name needs either part", () => {
  expect(joinName("Siti", "Aminah")).toBe("Siti Aminah");
  expect(joinName(null, "Aminah")).toBe("Aminah");
  expect(joinName(null, null)).toBeNull();
});

test("states of Malaysia become codes, others stay as sent", () => {
  expect(toAddress({ ...EMPTY, state: "Pulau Pinang", country: "my" })).toMatchObject({
    state: "PNG",
    country: "MY",
  });
  expect(toAddress({ ...EMPTY, state: "Selangor", country: "Malaysia" })).toMatchObject({
    state: "SGR",
    country: "MY",
  });
  expect(toAddress({ ...EMPTY, state: "Johor" })).toMatchObject({ state: "JHR", country: null });
  expect(toAddress({ ...EMPTY, state: "KL", country: "IN" })).toMatchObject({ state: "KL", country: "IN" });
  expect(toAddress({ ...EMPTY, state: "CA", country: "US" })).toMatchObject({ state: "CA", country: "US" });
});

test("a country that is no code is left out", () => {
  expect(toAddress({ ...EMPTY, city: "Paris", country: "France" })).toMatchObject({ country: null });
});

test("nothing at all is nobody and nowhere", () => {
  expect(personOrNull(NOBODY)).toBeNull();
  expect(personOrNull({ ...NOBODY, phone: "0123456789" })).not.toBeNull();
  expect(toAddress(EMPTY)).toBeNull();
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { maskEmail, maskPhone } from "./mask-contact";

test.each([
  ["siti.n@gmail.com", "s•••@g•••.com"],
  ["a@b.co", "a•••@b•••.co"],
  ["ali@kedai.com.my", "a•••@k•••.my"],
  ["not an email", "•••"],
  ["a@b@c.my", "•••"],
])("%s is shown as %s", (email, shown) => {
  expect(maskEmail(email)).toBe(shown);
});

test.each([
  ["+60123456789", "+60 ••• 89"],
  ["+6591234567", "+65 ••• 67"],
  ["+6738765432", "+673 ••• 32"],
  ["+14155550123", "+1 ••• 23"],
  ["012-345 6789", "•••"],
  ["", "•••"],
])("%s is shown as %s", (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown);
});

test("shows at most two letters and the ending of an email, and four digits of a phone", () => {
  const word = fc.stringMatching(/^[a-z0-9.]{2,30}$/);
  fc.assert(
    fc.property(word, word, (local, domain) => {
      const shown = maskEmail(`${local}@${domain}.com`);
      expect(shown.replace(/[•@]|\.com$/g, "").length).toBeLessThanOrEqual(2);
    }),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^\+[1-9]\d{7,14}$/), (phone) => {
      expect(maskPhone(phone).replace(/\D/g, "").length).toBeLessThanOrEqual(5);
    }),
  );
});

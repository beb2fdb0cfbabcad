import fc from "fast-check";
import { expect, test } from "vitest";
import { normalizeEmail } from "../../../app/lib/email";
import { normalizePhone } from "../../../app/lib/phone";
import { makeEmail, mobileNumber, writeEmail, writePhone } from "./contact-forms";
import { type Community, makeName } from "./full-names";
import { makeRandom } from "./random";

const RESERVED = /@(?:example\.(?:com|net|org)|[a-z]+\.test)$/;
const seed = fc.integer({ min: 0, max: 2 ** 31 });

test("every number is valid, and every form of it is read as the same number", () => {
  fc.assert(
    fc.property(seed, fc.integer({ min: 0, max: 9999 }), (start, index) => {
      const digits = mobileNumber(index);
      expect(digits).toMatch(/^1\d555/);
      expect(normalizePhone(writePhone(digits, makeRandom(start)))).toBe(`+60${digits}`);
    }),
  );
});

test("no two numbers are the same", () => {
  const numbers = Array.from({ length: 10_000 }, (_, index) => mobileNumber(index));
  expect(new Set(numbers).size).toBe(numbers.length);
});

test("every address is under a domain that nobody owns, however it is typed, and taken only once", () => {
  const communities = fc.constantFrom<Community>("malay", "chinese", "indian", "borneo");
  fc.assert(
    fc.property(seed, communities, (start, community) => {
      const random = makeRandom(start);
      const { latin } = makeName(community, random);
      const first = makeEmail(latin, () => false, makeRandom(start));
      const second = makeEmail(latin, (email) => email === first, makeRandom(start));
      expect(first).toMatch(RESERVED);
      expect(second).not.toBe(first);
      expect(normalizeEmail(writeEmail(first, random))).toBe(first);
    }),
  );
});

import { expect, test } from "vitest";
import { disposableDomain } from "./disposable-domains";

test.each([
  ["x@mailinator.com", "mailinator.com"],
  ["x@eu.mailinator.com", "mailinator.com"],
  ["aisyah@gmail.com", null],
  ["x@notmailinator.com", null],
  ["x@mailinator.com.my", null],
])("[2.2b] %s is at %s", (email, domain) => {
  expect(disposableDomain(email)).toBe(domain);
});

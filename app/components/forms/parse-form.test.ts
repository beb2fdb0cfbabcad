import { expect, test } from "vitest";
import * as z from "zod";
import { getServerT } from "~/i18n/i18n.server";
import { readMessage } from "~/i18n/message";
import { parseForm } from "./parse-form";

const schema = z.object({
  name: z.string().min(2).max(5),
  email: z.email(),
  age: z.number().min(18),
  role: z.enum(["admin", "viewer"]),
  shop: z.url(),
  agrees: z.literal(true, "errors:form.mustAgree"),
});

function errorsOf(values: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return parseForm(form, schema).reply().error ?? {};
}

test("an empty form asks for each field in words that exist", () => {
  const errors = errorsOf({});
  expect(errors).toMatchObject({ name: ["errors:form.required"], role: ["errors:form.required"] });
  const t = getServerT("ms");
  for (const messages of Object.values(errors)) {
    for (const message of messages ?? []) expect(readMessage(message, t)).not.toContain("form.");
  }
});

test("each mistake has its own words", () => {
  expect(
    errorsOf({ name: "a", email: "aina", age: "7", role: "owner", shop: "kedai", agrees: "no" }),
  ).toEqual({
    name: ["errors:form.tooShort?min=2"],
    email: ["errors:form.email"],
    age: ["errors:form.tooSmall?min=18"],
    role: ["errors:form.choose"],
    shop: ["errors:form.url"],
    agrees: ["errors:form.mustAgree"],
  });
  expect(errorsOf({ name: "abcdef", age: "old" })).toMatchObject({
    name: ["errors:form.tooLong?max=5"],
    age: ["errors:form.number"],
  });
});

test("what was typed comes back with the answer", () => {
  const form = new FormData();
  form.set("email", "aina@");
  expect(parseForm(form, schema).reply().initialValue).toMatchObject({ email: "aina@" });
});

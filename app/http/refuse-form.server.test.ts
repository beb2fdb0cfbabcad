import { describe, expect, test } from "vitest";
import * as z from "zod";
import { parseForm } from "~/components/forms/parse-form";
import { AppError } from "~/lib/app-error";
import { refuseForm } from "./refuse-form.server";

const schema = z.object({ email: z.email(), password: z.string().min(8) });

function submit(values: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return parseForm(form, schema);
}

const good = () => submit({ email: "aina@kedai.my", password: "teh tarik kurang" });

describe("refuseForm", () => {
  test("gives back what was typed, never the password", () => {
    const refused = refuseForm(submit({ email: "aina@", password: "teh tarik kurang" }));
    expect(refused.init?.status).toBe(422);
    expect(refused.data.initialValue).toMatchObject({ email: "aina@" });
    expect(JSON.stringify(refused.data)).not.toContain("teh tarik");
    expect(refused.data.error).toMatchObject({ email: ["errors:form.email"] });
  });

  test("puts an operation's refusal above the form, with its values and status", () => {
    const error = new AppError("too_many", "errors:tooMany", { values: { minutes: 5 } });
    const refused = refuseForm(good(), error);
    expect(refused.init?.status).toBe(429);
    expect(refused.data.error).toEqual({ "": ["errors:tooMany?minutes=5"] });
    expect(JSON.stringify(refused.data)).not.toContain("teh tarik");
  });

  test("puts it beside the field that it names", () => {
    const error = new AppError("invalid", "errors:badRequest", {
      fields: { password: "errors:accounts.passwordCommon" },
    });
    expect(refuseForm(good(), error).data.error).toMatchObject({
      password: ["errors:accounts.passwordCommon"],
    });
  });

  test("throws on what is not meant for the form", () => {
    for (const error of [new Error("broken"), new AppError("unauthenticated", "errors:sessionEnded")]) {
      expect(() => refuseForm(good(), error)).toThrow(error);
    }
  });
});

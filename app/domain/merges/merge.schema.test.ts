import { describe, expect, test } from "vitest";
import { parseForm } from "~/components/forms/parse-form";
import { decisionSchema } from "./merge.schema";

const [ONE, OTHER] = ["0190a000-0000-7000-8000-000000000001", "0190a000-0000-7000-8000-000000000002"];
const read = (...fields: [string, string][]) => parseForm(new URLSearchParams(fields), decisionSchema);

describe("a decision as its form sends it", () => {
  const pair: [string, string][] = [
    ["intent", "merge"],
    ["survivorId", ONE],
    ["absorbedId", OTHER],
  ];

  test.each<[string, [string, string][], string[]]>([
    ["nothing", [], []],
    ["one fact", [["taken", "name"]], ["name"]],
    [
      "a fact and a custom field",
      [
        ["taken", "email"],
        ["taken", ONE],
      ],
      ["email", ONE],
    ],
  ])("takes %s from the other", (_, taken, expected) => {
    const submission = read(...pair, ...taken);
    expect(submission.status === "success" && submission.value).toMatchObject({ taken: expected });
  });

  test("is refused for a fact that is none", () => {
    expect(read(...pair, ["taken", "password"]).status).not.toBe("success");
  });

  test("keeps apart or puts off by both ids", () => {
    const submission = read(["intent", "apart"], ["oneId", ONE], ["otherId", OTHER]);
    expect(submission.status === "success" && submission.value).toEqual({
      intent: "apart",
      oneId: ONE,
      otherId: OTHER,
    });
  });
});

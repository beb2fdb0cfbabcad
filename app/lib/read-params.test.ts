import { expect, test } from "vitest";
import * as z from "zod";
import { readParams } from "./read-params";

test("takes the schema's names out of a query string, the first of several", () => {
  const schema = z.object({ q: z.string().default(""), sort: z.enum(["name"]).optional().catch(undefined) });
  const read = (query: string) => readParams(schema, new URLSearchParams(query));
  expect(read("q=a&q=b&other=1")).toEqual({ q: "a" });
  expect(read("sort=wrong")).toEqual({ q: "" });
  expect(read("sort=name")).toEqual({ q: "", sort: "name" });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indentJson } from "./indent-json";

describe("indented JSON", () => {
  test("looks as JSON.stringify would write it", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        // A minus zero loses its sign on the way to JSON, before it comes here.
        expect(indentJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  test("keeps every digit of a number", () => {
    expect(indentJson('{"id":12345678901234567890,"total":1.50}')).toBe(
      '{\n  "id": 12345678901234567890,\n  "total": 1.50\n}',
    );
  });

  test("is null for what is no JSON", () => {
    for (const text of ["", "{", "webhook_id=7", '{"a":}']) expect(indentJson(text)).toBeNull();
  });

  test("takes a megabyte in its stride", () => {
    const text = JSON.stringify(
      Array.from({ length: 20_000 }, (_, i) => ({ i, text: 'a "quoted" \\ word' })),
    );
    expect(indentJson(text)?.length).toBeGreaterThan(text.length);
  });
});

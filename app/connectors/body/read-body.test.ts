import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_BODY_DEPTH, readBody } from "./read-body";

const ANY = ["json", "form", "multipart"] as const;
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, contentType?: string) => readBody(bytes(text), contentType, ANY);
const bodyOf = (text: string, contentType?: string) => {
  const reading = read(text, contentType);
  return reading.unreadable === null ? reading.body : reading.unreadable;
};

describe("JSON", () => {
  test("is read whatever the sender calls it", () => {
    for (const type of ["application/json", "application/x-www-form-urlencoded", "text/plain", undefined]) {
      expect(bodyOf('{"id":7,"note":"a=b"}', type)).toEqual({ id: 7, note: "a=b" });
    }
  });

  test("that is broken, too deep or not UTF-8 has a name for what is wrong", () => {
    expect(bodyOf('{"id":7')).toBe("not_json");
    expect(bodyOf("<html></html>")).toBe("not_json");
    expect(bodyOf("[".repeat(MAX_BODY_DEPTH + 1))).toBe("too_deep");
    expect(readBody(Uint8Array.of(0x7b, 0xff), undefined, ANY)).toEqual({
      unreadable: "not_utf8",
      text: null,
    });
  });

  test("is all that a platform of JSON alone is read for", () => {
    expect(readBody(bytes("id=7"), "application/x-www-form-urlencoded", ["json"]).unreadable).toBe(
      "not_json",
    );
  });
});

describe("a form", () => {
  test("becomes an object, decoded and nested", () => {
    const text = "name=Siti+Aminah&items[0][sku]=A&items[1][sku]=B&tags[]=x&tags[]=y&note=%E2%9C%93&a[b]=1";
    expect(bodyOf(text, "application/x-www-form-urlencoded; charset=UTF-8")).toEqual({
      name: "Siti Aminah",
      items: [{ sku: "A" }, { sku: "B" }],
      tags: ["x", "y"],
      note: "✓",
      a: { b: "1" },
    });
  });

  test("that nests too deeply is not read", () => {
    expect(bodyOf(`a${"[b]".repeat(MAX_BODY_DEPTH)}=1`)).toBe("too_deep");
  });

  test("with names of object members changes no object but its own", () => {
    const body = bodyOf("__proto__[isAdmin]=1&constructor[prototype][isAdmin]=1&id=7");
    expect(body).toMatchObject({ id: "7" });
    expect(Object.hasOwn(Object.prototype, "isAdmin")).toBe(false);
  });

  test("says again what was written, for any names and values", () => {
    const name = fc.stringMatching(/^[a-z_]{1,12}$/);
    fc.assert(
      fc.property(
        fc.dictionary(name, fc.string({ unit: "grapheme" }), { minKeys: 1, noNullPrototype: true }),
        (fields) => {
          expect(bodyOf(new URLSearchParams(fields).toString())).toEqual(fields);
        },
      ),
    );
  });
});

describe("a multipart body", () => {
  const part = (name: string, value: string) =>
    `--batas\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const type = "multipart/form-data; boundary=batas";

  test("becomes an object; files are left out", () => {
    const file = '--batas\r\nContent-Disposition: form-data; name="f"; filename="a.txt"\r\n\r\nisi\r\n';
    const text = `${part("name", "Siti\r\nAminah")}${part("customer[email]", "s@example.com")}${file}--batas--\r\n`;
    expect(bodyOf(text, type)).toEqual({ name: "Siti\r\nAminah", customer: { email: "s@example.com" } });
  });

  test("without a boundary is not read", () => {
    expect(bodyOf(part("name", "Siti"), "multipart/form-data")).toBe("not_json");
  });
});

test("any bytes under any label end in a reading, never in a throw", () => {
  const label = fc.oneof(fc.constantFrom("application/json", "multipart/form-data; boundary=b"), fc.string());
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), label, (rawBody, contentType) => {
      expect(readBody(rawBody, contentType, ANY)).toHaveProperty("unreadable");
    }),
  );
});

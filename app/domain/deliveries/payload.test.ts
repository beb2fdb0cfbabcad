import { describe, expect, test } from "vitest";
import { readPayload } from "./payload";

const open = { isErased: false, maySeeContacts: true };

describe("a payload", () => {
  test("is shown as indented JSON", () => {
    const text = '{\n  "id": 7\n}';
    expect(readPayload('{"id":7}', open)).toEqual({ kind: "shown", text, isCut: false, isMasked: false });
  });

  test("that is no JSON is shown as it came", () => {
    expect(readPayload("<html>", open)).toMatchObject({ text: "<html>" });
  });

  test("names people, and is masked for a role that may not see contacts; what is no JSON is withheld", () => {
    const masked = { ...open, maySeeContacts: false };
    expect(readPayload('{"phone":"012"}', masked)).toMatchObject({
      text: '{\n  "phone": "•••"\n}',
      isMasked: true,
    });
    expect(readPayload("012-345 6789, Siti", masked)).toEqual({ kind: "withheld" });
  });

  test("is gone once its buyer was erased, and repetitions never had one", () => {
    expect(readPayload("{}", { ...open, isErased: true })).toEqual({ kind: "erased" });
    expect(readPayload(null, open)).toEqual({ kind: "absent" });
  });

  test("that is very long is cut, and says so", () => {
    expect(readPayload("x".repeat(300_000), open)).toMatchObject({ isCut: true });
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { FrontendMessages } from "./frontend-messages";

function message(type: string, content: string): Buffer {
  const body = Buffer.from(content);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
}

const startup = message("", "\0\x03\0\0user\0orucrm_app\0database\0shop\0\0");

test("names the database and counts what waits for an answer, however the bytes are cut", () => {
  const sent = fc.array(fc.tuple(fc.constantFrom("Q", "S", "P", "B", "E", "X"), fc.string()));
  fc.assert(
    fc.property(sent, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (messages, cuts) => {
      const bytes = Buffer.concat([startup, ...messages.map(([type, content]) => message(type, content))]);
      const listener = new FrontendMessages();
      let database: string | undefined;
      let roundTrips = 0;
      for (let at = 0, i = 0; at < bytes.length; i++) {
        const size = cuts[i % cuts.length] ?? 1;
        const heard = listener.hear(bytes.subarray(at, at + size));
        database ??= heard.database;
        roundTrips += heard.roundTrips;
        at += size;
      }
      expect(database).toBe("shop");
      expect(roundTrips).toBe(messages.filter(([type]) => type === "Q" || type === "S").length);
    }),
  );
});

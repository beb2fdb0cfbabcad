import { expect, test } from "vitest";
import { getServerT } from "./i18n.server";
import { readMessage, writeMessage } from "./message";

const t = getServerT("en");

test("a message carries its values to the words", () => {
  const message = writeMessage("errors:form.tooShort", { min: 8 });
  expect(message).toBe("errors:form.tooShort?min=8");
  expect(readMessage(message, t)).toBe("Use at least 8 characters.");
});

test("values may hold any sign", () => {
  const message = writeMessage("connections.alreadyConnected", { name: "Kedai? & Co = 100%" });
  expect(readMessage(message, t)).toBe("This shop is already connected as “Kedai? & Co = 100%”.");
});

test("a key without a namespace is an error's", () => {
  expect(readMessage("notFound", t)).toBe(t("errors:notFound"));
});

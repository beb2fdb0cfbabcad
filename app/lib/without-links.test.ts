import { expect, test } from "vitest";
import { withoutLinks } from "./without-links";

test.each(["Kedai Kopi Pagi", "Aina & Co. Sdn. Bhd.", "St. Mary", "No. 1 Satay"])("%s stays", (text) => {
  expect(withoutLinks(text)).toBe(text);
});

test.each(["evil.com", "Win at http://evil", "www.evil", "write to me@evil.example", "Hadiah: evil.my/x"])(
  "%s goes",
  (text) => {
    expect(withoutLinks(text)).toBeNull();
  },
);

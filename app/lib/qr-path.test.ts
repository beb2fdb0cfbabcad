import { expect, test } from "vitest";
import { qrPath } from "./qr-path";

test("a QR code has its three corners, inside of a quiet border", () => {
  const { size, path } = qrPath("otpauth://totp/OruCRM:aina%40kedai.my?secret=ABC");
  const isDark = (x: number, y: number) => path.includes(`M${x} ${y}h1v1h-1z`);
  const last = size - 5;
  expect([isDark(4, 4), isDark(last, 4), isDark(4, last)]).toEqual([true, true, true]);
  expect([isDark(3, 4), isDark(4, 3), isDark(last + 1, 4)]).toEqual([false, false, false]);
});

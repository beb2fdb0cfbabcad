import { describe, expect, test } from "vitest";
import { describeDevice, deviceName } from "./device.server";

const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36";
const SAFARI =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";

describe("a device", () => {
  test("[1.4b] is told by browser, system and kind", () => {
    expect(describeDevice(CHROME)).toEqual({ browser: "Chrome", system: "Windows", kind: "desktop" });
    expect(describeDevice(SAFARI)).toEqual({ browser: "Safari", system: "iOS", kind: "mobile" });
  });

  test("stays the same when its browser is updated", () => {
    expect(deviceName(CHROME.replace("126", "127"))).toBe(deviceName(CHROME));
    expect(deviceName(SAFARI)).not.toBe(deviceName(CHROME));
  });

  test.each([null, "", "Click-Here https://evil.example/1.0 (Free money)", "x".repeat(10_000)])(
    "that says %s is described without its words",
    (userAgent) => {
      expect(describeDevice(userAgent)).toEqual({ browser: null, system: null, kind: "other" });
    },
  );
});

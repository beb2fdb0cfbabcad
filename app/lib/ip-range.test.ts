import { describe, expect, test } from "vitest";
import { addressRange } from "./ip-range";

describe("addressRange", () => {
  test.each([
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["2001:db8:1:2::", "2001:db8:1:2::/64"],
    ["unknown", "unknown"],
  ])("reads %s as %s", (ip, range) => {
    expect(addressRange(ip)).toBe(range);
  });

  test("keeps neighbours on one line together and other lines apart", () => {
    expect(addressRange("2001:db8:1:2::9")).toBe(addressRange("2001:db8:1:2:ffff:1:2:3"));
    expect(addressRange("2001:db8:1:3::9")).not.toBe(addressRange("2001:db8:1:2::9"));
  });
});

import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { placeOf, readPort } from "./place";
import { claimPlace, findRunning, publishFacts, releasePlace } from "./running";

const folder = mkdtempSync(join(tmpdir(), "place-"));
afterAll(() => rmSync(folder, { recursive: true }));
const place = { ...placeOf(5173), folder, running: join(folder, "running.json") };
const url = "http://localhost:5173";

test("a free place is taken, told about and given back", () => {
  expect(claimPlace(place, url)).toBeNull();
  const demo = { email: "a@example.com", password: "secret", organization: "shop", connections: [] };
  publishFacts(place, { url, databaseUrl: "postgresql://", ...demo }, process.pid);
  expect(existsSync(place.running)).toBe(true);
  releasePlace(place);
  expect(existsSync(place.running)).toBe(false);
});

test("what a killed stack left does not keep the place, although its number is another program's now", () => {
  writeFileSync(place.running, JSON.stringify({ pid: process.ppid, url }));
  expect(findRunning(place)).toBeNull();
  expect(claimPlace(place, url)).toBeNull();
});

test("a broken file does not keep the place", () => {
  writeFileSync(place.running, "{");
  expect(claimPlace(place, url)).toBeNull();
});

test("each port has a place of its own", () => {
  expect(placeOf(5174).folder).not.toBe(placeOf(5173).folder);
});

test("a port is a number that a port can be", () => {
  expect(readPort(undefined)).toBe(5173);
  expect(readPort("8080")).toBe(8080);
  for (const wrong of ["0", "65536", "80.5", "web"]) expect(() => readPort(wrong)).toThrow(/from 1 to 65535/);
});

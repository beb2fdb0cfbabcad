import { describe, expect, test } from "vitest";
import { listPlatformFolders, loadCases } from "./fixtures/load-cases";
import { testConformance } from "./fixtures/test-conformance";
import { CONNECTORS, PLATFORMS } from "./registry";

const all = await loadCases(import.meta.dirname);

test("each folder of a platform is listed under its own name", () => {
  const listed = PLATFORMS.map((name) => CONNECTORS[name].platform);
  expect(listed).toEqual(PLATFORMS);
  expect([...listed].sort()).toEqual(listPlatformFolders(import.meta.dirname).sort());
  expect(all.map(({ connector }) => connector.platform).sort()).toEqual([...listed].sort());
});

describe.each(all.map((cases) => ({ label: cases.connector.label, cases })))("$label", ({ cases }) => {
  testConformance(cases, all);
});

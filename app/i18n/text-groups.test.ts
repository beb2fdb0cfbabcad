import { expect, test } from "vitest";
import { en } from "./locales/en";
import { core } from "./locales/en/group-core";
import { records } from "./locales/en/group-records";
import { start } from "./locales/en/group-start";
import { tools } from "./locales/en/group-tools";
import { visitors } from "./locales/en/group-visitors";
import { work } from "./locales/en/group-work";
import { GROUP_NAMES, groupOf, groupsOfPath, TEXT_GROUPS } from "./text-groups";

test("every namespace travels in the group that names it", () => {
  const files = { core, records, start, tools, visitors, work };
  for (const group of GROUP_NAMES)
    expect(Object.keys(files[group]).sort()).toEqual([...TEXT_GROUPS[group]].sort());
  for (const namespace of Object.keys(en)) expect(groupOf(namespace), namespace).not.toBeNull();
  expect(groupOf("nonsense")).toBeNull();
});

test("a page begins with its own texts", () => {
  expect(groupsOfPath("/")).toEqual(["core", "start", "visitors", "work"]);
  expect(groupsOfPath("/log-in")).toEqual(["core", "visitors"]);
  expect(groupsOfPath("/o/kedai")).toEqual(["core", "start"]);
  expect(groupsOfPath("/o/kedai/orders/1")).toEqual(["core", "records", "start", "work"]);
  expect(groupsOfPath("/o/kedai/settings/profile")).toEqual(GROUP_NAMES);
});

import { isRecord, readText } from "../read";
import type { Mapping, Path } from "./mapping.schema";
import {
  FIRST_NAMES,
  foldName,
  ITEM_NAMES,
  LAST_NAMES,
  LIST_NAMES,
  NAMES,
  STRANGERS,
} from "./suggested-names";
import { type ItemTarget, TARGETS, type Target } from "./targets";

const MOST_LEAVES = 2000;
const DEEPEST = 8;

type Leaf = { path: Path; name: string; value: unknown };

/** The mapping that the names of a body's fields suggest; what no name suggests is left out. Times are read on the zone's clock. */
export function suggestMapping(body: unknown, zone: string): Mapping {
  const leaves = leavesOf(body);
  const found = TARGETS.flatMap((target) => {
    const paths = target === "name" ? namePaths(leaves) : [bestPath(leaves, target, NAMES[target])];
    const known = paths.flatMap((path) => (path === null ? [] : [[...path]]));
    return known.length === 0 ? [] : [[target, { paths: known, constant: null }] as const];
  });
  return {
    record: "order",
    fields: Object.fromEntries(found),
    items: suggestItems(body),
    statuses: {},
    ignoredEvents: [],
    reading: { amounts: "decimal", dates: "dmy", zone },
  };
}

/** The values of a body outside of lists, nearest to its root first. */
function leavesOf(body: unknown): Leaf[] {
  const leaves: Leaf[] = [];
  let level: { path: Path; value: unknown }[] = [{ path: [], value: body }];
  for (let depth = 0; depth < DEEPEST && leaves.length < MOST_LEAVES; depth++) {
    const next: typeof level = [];
    for (const { path, value } of level) {
      if (!isRecord(value)) continue;
      for (const [name, part] of Object.entries(value).slice(0, MOST_LEAVES)) {
        if (name.length > 100) continue;
        const own = [...path, name];
        if (isRecord(part)) next.push({ path: own, value: part });
        else if (!Array.isArray(part)) leaves.push({ path: own, name: foldName(name), value: part });
      }
    }
    level = next.slice(0, MOST_LEAVES);
  }
  return leaves;
}

/** The first name of the target's list that a field outside of strange company has; of several the nearest to the root. */
function bestPath(leaves: readonly Leaf[], target: Target, names: readonly string[]): Path | null {
  const stranger = STRANGERS[target];
  const fitting = leaves.filter(
    ({ path, value }) =>
      (readText(value) !== null || typeof value === "boolean") &&
      !path.slice(0, -1).some((name) => stranger?.test(foldName(name))),
  );
  for (const name of names) {
    const leaf = fitting.find((one) => one.name === name);
    if (leaf) return leaf.path;
  }
  return null;
}

/** Where a whole name stands, or its two parts. */
function namePaths(leaves: readonly Leaf[]): (Path | null)[] {
  const whole = bestPath(leaves, "name", NAMES.name);
  if (whole !== null) return [whole];
  return [bestPath(leaves, "name", FIRST_NAMES), bestPath(leaves, "name", LAST_NAMES)];
}

function suggestItems(body: unknown): Mapping["items"] {
  for (const { path, value } of listsOf(body)) {
    const [first] = value;
    if (typeof first === "string" && LIST_NAMES.includes(foldName(path.at(-1) ?? ""))) {
      return { path: [...path], fields: {} };
    }
    if (!isRecord(first)) continue;
    const fields = itemFields(first);
    if (fields.name !== undefined || fields.sku !== undefined) return { path: [...path], fields };
  }
  return null;
}

function itemFields(entry: Record<string, unknown>): Partial<Record<ItemTarget, string[]>> {
  const leaves = leavesOf(entry);
  const fields: Partial<Record<ItemTarget, string[]>> = {};
  for (const [target, names] of ITEM_NAMES) {
    const name = names.find((one) => leaves.some((leaf) => leaf.name === one));
    const leaf = leaves.find((one) => one.name === name);
    if (leaf) fields[target] = [...leaf.path];
  }
  return fields;
}

/** Lists with something in them, those named as lists of items first. */
function listsOf(body: unknown): { path: Path; value: unknown[] }[] {
  const lists: { path: Path; value: unknown[] }[] = [];
  const visit = (value: unknown, path: Path) => {
    if (path.length >= DEEPEST || lists.length > MOST_LEAVES) return;
    if (Array.isArray(value)) {
      if (value.length > 0) lists.push({ path, value });
    } else if (isRecord(value)) {
      for (const [name, part] of Object.entries(value)) if (name.length <= 100) visit(part, [...path, name]);
    }
  };
  visit(body, []);
  const isNamed = ({ path }: { path: Path }) => LIST_NAMES.includes(foldName(path.at(-1) ?? ""));
  return lists.sort((a, b) => Number(isNamed(b)) - Number(isNamed(a)));
}

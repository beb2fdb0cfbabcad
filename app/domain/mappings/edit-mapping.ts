import type { OrderStatus } from "~/connectors/canonical";
import type { Mapping, Path, Rule } from "~/connectors/generic/mapping.schema";
import { statusWord } from "~/connectors/generic/status-word";
import type { ItemTarget, Target } from "~/connectors/generic/targets";

const MOST_PATHS = 4;
const NOTHING: Rule = { paths: [], constant: null };

/** Targets whose values may be put together from several fields. */
const JOINABLE: ReadonlySet<Target> = new Set<Target>([
  "number",
  "name",
  "line1",
  "line2",
  "city",
  "product",
]);
/** Texts of which a part may be meant. */
const DIVISIBLE: ReadonlySet<Target> = new Set<Target>(["name", "line1", "product"]);

export const isJoinable = (target: Target): boolean => JOINABLE.has(target);
export const isDivisible = (target: Target): boolean => DIVISIBLE.has(target);

/** The mapping with the target read from this field alone. */
export function pointAt(mapping: Mapping, target: Target, path: Path): Mapping {
  return withRule(mapping, target, { paths: [[...path]], constant: null });
}

/** The mapping with the field put behind those that the target is read from already. */
export function pointAlsoAt(mapping: Mapping, target: Target, path: Path): Mapping {
  const rule = mapping.fields[target] ?? NOTHING;
  const others = rule.paths.filter((one) => !isSamePath(one, path));
  return withRule(mapping, target, { ...rule, paths: [...others, [...path]].slice(0, MOST_PATHS) });
}

/** The mapping without what is read from this field for the target. */
export function pointAwayFrom(mapping: Mapping, target: Target, path: Path): Mapping {
  const rule = mapping.fields[target] ?? NOTHING;
  return withRule(mapping, target, { ...rule, paths: rule.paths.filter((one) => !isSamePath(one, path)) });
}

/** The mapping with a text that stands for the target in every delivery; an empty one is none. */
export function holdConstant(mapping: Mapping, target: Target, text: string): Mapping {
  const rule = mapping.fields[target] ?? NOTHING;
  return withRule(mapping, target, { ...rule, constant: text.trim() === "" ? null : text });
}

export function takePart(mapping: Mapping, target: Target, part: Rule["part"]): Mapping {
  const { paths, constant } = mapping.fields[target] ?? NOTHING;
  return withRule(mapping, target, part === undefined ? { paths, constant } : { paths, constant, part });
}

function withRule(mapping: Mapping, target: Target, rule: Rule): Mapping {
  const { [target]: _before, ...others } = mapping.fields;
  const isEmpty = rule.paths.length === 0 && rule.constant === null;
  return { ...mapping, fields: isEmpty ? others : { ...others, [target]: rule } };
}

/**
 * A path that leads into a list, as the list and the way inside of an entry; null for any other.
 * Of lists inside of lists the innermost counts.
 */
export function splitAtList(path: Path): { list: Path; inside: Path } | null {
  const at = path.findLastIndex((name) => /^\d+$/.test(name));
  return at < 0 ? null : { list: path.slice(0, at), inside: path.slice(at + 1) };
}

/** The mapping with the field of each line read from here; another list than before begins anew. */
export function pointAtLine(mapping: Mapping, target: ItemTarget, path: Path): Mapping {
  const split = splitAtList(path);
  if (!split) return mapping;
  const { items } = mapping;
  const known = items !== null && isSamePath(items.path, split.list) ? items.fields : {};
  return {
    ...mapping,
    items: { path: [...split.list], fields: { ...known, [target]: [...split.inside] } },
  };
}

/** The mapping without this field of each line; without its last field the list goes too. */
export function forgetLine(mapping: Mapping, target: ItemTarget): Mapping {
  if (mapping.items === null) return mapping;
  const { [target]: _before, ...fields } = mapping.items.fields;
  return { ...mapping, items: Object.keys(fields).length === 0 ? null : { ...mapping.items, fields } };
}

/** The mapping with a meaning for a sender's word; null takes it away. */
export function giveMeaning(mapping: Mapping, word: string, status: OrderStatus | null): Mapping {
  const known = statusWord(word);
  const { [known]: _before, ...others } = mapping.statuses;
  return { ...mapping, statuses: status === null || known === "" ? others : { ...others, [known]: status } };
}

/** The mapping with an event left out, or taken in again. */
export function leaveOutEvent(mapping: Mapping, event: string, isLeftOut: boolean): Mapping {
  const others = mapping.ignoredEvents.filter((one) => one !== event);
  return { ...mapping, ignoredEvents: isLeftOut ? [...others, event] : others };
}

export function isSamePath(one: Path, other: Path): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index]);
}

/** A path as people read it: `data → order → no`. */
export function pathText(path: Path): string {
  return path.join(" → ");
}

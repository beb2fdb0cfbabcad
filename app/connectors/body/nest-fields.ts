type Branch = Map<string, Branch | string>;

/**
 * Fields as the object they stand for: `customer[name]=Siti` and `items[0][sku]=A`
 * nest as PHP and jQuery write them; what counts up from 0 becomes a list. A later
 * field replaces an earlier one of its name. Null when it nests deeper than `maxDepth`.
 */
export function nestFields(
  pairs: readonly (readonly [string, string])[],
  maxDepth: number,
): Record<string, unknown> | null {
  const root: Branch = new Map();
  for (const [name, value] of pairs) {
    const path = pathOf(name);
    if (path.length > maxDepth) return null;
    place(root, path, value);
  }
  return Object.fromEntries([...root].map(([key, part]) => [key, plain(part)]));
}

/** `a[b][]` is a, b and the next number; a name without matching brackets is one whole. */
function pathOf(name: string): string[] {
  const open = name.indexOf("[");
  if (open < 1 || !name.endsWith("]")) return [name];
  return [name.slice(0, open), ...name.slice(open + 1, -1).split("][")];
}

function place(root: Branch, path: readonly string[], value: string): void {
  let branch = root;
  for (const [depth, part] of path.entries()) {
    const key = part === "" && depth > 0 ? String(branch.size) : part;
    if (depth === path.length - 1) branch.set(key, value);
    else {
      const known = branch.get(key);
      const next: Branch = known instanceof Map ? known : new Map();
      branch.set(key, next);
      branch = next;
    }
  }
}

function plain(part: Branch | string): unknown {
  if (typeof part === "string") return part;
  const entries = [...part].map(([key, value]) => [key, plain(value)] as const);
  const isList = entries.every(([key], index) => key === String(index));
  return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}

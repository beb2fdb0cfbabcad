type Params = Record<string, string | null | undefined>;

/** A list's own address: `?q=siti&sort=name`, or `?` for all. What is empty or null is left out. */
export function listQuery(kept: Params, change: Params = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...kept, ...change })) if (value) query.set(name, value);
  return `?${query}`;
}

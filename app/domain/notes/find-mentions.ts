type Person = { id: string; name: string };

/**
 * The people whom a text names: "@Aina binti Ali", whatever the case. The longer of two names wins
 * where both fit. People with one name are all meant.
 */
export function findMentions(text: string, people: readonly Person[]): string[] {
  const lower = text.toLowerCase();
  const byLength = people
    .filter(({ name }) => name.trim() !== "")
    .toSorted((a, b) => b.name.length - a.name.length);
  const mentioned = new Set<string>();
  for (let at = lower.indexOf("@"); at >= 0; at = lower.indexOf("@", at + 1)) {
    const named = byLength.find(({ name }) => isNamed(lower, at + 1, name.toLowerCase()));
    if (!named) continue;
    for (const { id, name } of people) if (name.toLowerCase() === named.name.toLowerCase()) mentioned.add(id);
  }
  return [...mentioned];
}

function isNamed(text: string, at: number, name: string): boolean {
  return text.startsWith(name, at) && !/[\p{L}\p{N}]/u.test(text.charAt(at + name.length));
}

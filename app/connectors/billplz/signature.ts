/** What Billplz signs: every other field as its name and value, sorted without regard to case, joined with bars. */
export function signedText(fields: ReadonlyMap<string, string>): string {
  return [...fields]
    .filter(([name]) => name !== "x_signature")
    .map(([name, value]) => `${name}${value}`)
    .sort((a, b) => compare(a.toLowerCase(), b.toLowerCase()))
    .join("|");
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

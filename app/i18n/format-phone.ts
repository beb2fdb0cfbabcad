// National digits in groups, by how the number begins. The first rule that fits counts.
type Grouping = { pattern: RegExp; groups: readonly number[] };

const MALAYSIA: readonly Grouping[] = [
  { pattern: /^1[15]\d{8}$/, groups: [2, 4, 4] },
  { pattern: /^1\d{8}$/, groups: [2, 3, 4] },
  { pattern: /^3\d{8}$/, groups: [1, 4, 4] },
  { pattern: /^8\d{7}$/, groups: [2, 3, 3] },
  { pattern: /^[4-79]\d{7}$/, groups: [1, 3, 4] },
];

function cut(digits: string, groups: readonly number[]): string[] {
  let start = 0;
  return groups.map((length) => {
    const part = digits.slice(start, start + length);
    start += length;
    return part;
  });
}

/** Groups of four from the end; what is left before them stands alone, unless it is a single digit. */
function groupsOf(count: number): number[] {
  const fours = Array.from({ length: Math.floor(count / 4) }, () => 4);
  const [first = 0, ...others] = fours;
  if (count % 4 === 1) return [first + 1, ...others];
  return count % 4 === 0 ? fours : [count % 4, ...fours];
}

/**
 * An E.164 number as people read it: "+60 12-345 6789", "+65 9123 4567". A number
 * of another country keeps its digits in groups of up to four; anything else is shown as it is.
 */
export function formatPhone(e164: string): string {
  const malaysian = /^\+60(\d+)$/.exec(e164)?.[1];
  const rule = malaysian && MALAYSIA.find(({ pattern }) => pattern.test(malaysian));
  if (malaysian && rule) {
    const [area, ...rest] = cut(malaysian, rule.groups);
    return `+60 ${area}-${rest.join(" ")}`;
  }
  const singaporean = /^\+65(\d{4})(\d{4})$/.exec(e164);
  if (singaporean) return `+65 ${singaporean[1]} ${singaporean[2]}`;
  if (!/^\+\d{8,15}$/.test(e164)) return e164;
  const digits = e164.slice(3);
  return `${e164.slice(0, 3)} ${cut(digits, groupsOf(digits.length)).join(" ")}`;
}

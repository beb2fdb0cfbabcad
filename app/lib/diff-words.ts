/** Consecutive words that stayed, were added or were removed. */
export type WordRun = { kind: "same" | "added" | "removed"; text: string };

/**
 * How one sentence became another, word by word: the longest common words stay. Made
 * for sentences; its work grows with the product of their lengths.
 */
export function diffWords(before: string, after: string): WordRun[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const common = commonLengths(a, b);
  const runs: WordRun[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [was, is] = [a[i], b[j]];
    if (was !== undefined && was === is) {
      push(runs, "same", was);
      i += 1;
      j += 1;
    } else if (is === undefined || (was !== undefined && at(common, i + 1, j) >= at(common, i, j + 1))) {
      push(runs, "removed", was ?? "");
      i += 1;
    } else {
      push(runs, "added", is);
      j += 1;
    }
  }
  return runs;
}

/** For each pair of ends, how many words the rests have in common, in order. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    const row = table[i] ?? [];
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] =
        a[i] === b[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}

const at = (table: number[][], i: number, j: number) => table[i]?.[j] ?? 0;

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean);

function push(runs: WordRun[], kind: WordRun["kind"], word: string): void {
  const last = runs.at(-1);
  if (last?.kind === kind) last.text += ` ${word}`;
  else runs.push({ kind, text: word });
}

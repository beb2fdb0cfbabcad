/** Rows that travel together; `from` is the first one's number, counted from 1 below the header. */
export type RowsPart = { part: number; from: number; rows: string[][] };

type PartLimits = { rows: number; bytes: number };

const encoder = new TextEncoder();
/** The part's own words around its rows. */
const AROUND = 100;

/** Cuts rows into parts by number and by their size as JSON: the same rows give the same parts each time. */
export async function* splitParts(
  pieces: AsyncIterable<{ rows: string[][] }>,
  limits: PartLimits,
): AsyncGenerator<RowsPart> {
  let next: RowsPart = { part: 0, from: 1, rows: [] };
  let bytes = AROUND;
  for await (const { rows } of pieces) {
    for (const row of rows) {
      const size = encoder.encode(JSON.stringify(row)).byteLength + 1;
      if (next.rows.length > 0 && (next.rows.length === limits.rows || bytes + size > limits.bytes)) {
        yield next;
        next = { part: next.part + 1, from: next.from + next.rows.length, rows: [] };
        bytes = AROUND;
      }
      next.rows.push(row);
      bytes += size;
    }
  }
  if (next.rows.length > 0) yield next;
}

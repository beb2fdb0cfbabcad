import chardet from "chardet";
import type { Encoding } from "./encodings";
import { FileRefusal } from "./file-refusal";

/** What chardet calls them; kinds of Latin that differ in few characters are read as Windows reads them. */
const CALLED: Record<string, Encoding> = {
  "UTF-8": "utf-8",
  "ISO-8859-1": "windows-1252",
  "windows-1252": "windows-1252",
  GB18030: "gb18030",
  Big5: "big5",
  Shift_JIS: "shift_jis",
  "EUC-KR": "euc-kr",
};

const PIECE_BYTES = 65_536;
const SURE_ENOUGH = 30;
/** Of the bytes, above which a file is not text at all. */
const MOST_CONTROLS = 0.2;
/** Of the letters beyond ASCII, up to which a file in UTF-8 may be damaged and is UTF-8 still. */
const MOST_DAMAGED = 0.2;

/** How the file's text is written: by its mark, its zeros, whether it is UTF-8, else by how its letters fall. */
export async function guessEncoding(file: Blob): Promise<Encoding> {
  const starts = [0, Math.floor(file.size / 2), Math.max(0, file.size - PIECE_BYTES)];
  const pieces = await Promise.all(starts.map((start) => pieceOf(file, start)));
  const [head = new Uint8Array()] = pieces;
  const marked = markOf(head) ?? wideOf(head);
  if (marked) return marked;
  if (head.filter(isControl).length > head.length * MOST_CONTROLS) throw new FileRefusal("notATable");
  if (pieces.every(isUtf8)) return "utf-8";
  const odd = pieces.find((piece) => !isUtf8(piece)) ?? head;
  if (damageOf(odd) <= MOST_DAMAGED) return "utf-8";
  const best = chardet.analyse(odd).find(({ name }) => CALLED[name] !== undefined);
  return (best && best.confidence >= SURE_ENOUGH ? CALLED[best.name] : undefined) ?? "windows-1252";
}

async function pieceOf(file: Blob, start: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(start, start + PIECE_BYTES).arrayBuffer());
}

function markOf(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
}

/** UTF-16 without a mark: every other byte of Latin text is zero. */
function wideOf(bytes: Uint8Array): Encoding | null {
  let even = 0;
  let odd = 0;
  bytes.forEach((byte, at) => {
    if (byte === 0) at % 2 === 0 ? even++ : odd++;
  });
  const half = bytes.length / 2;
  if (odd > half * 0.4 && even < half * 0.05) return "utf-16le";
  return even > half * 0.4 && odd < half * 0.05 ? "utf-16be" : null;
}

const isControl = (byte: number) => byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27);

function damageOf(piece: Uint8Array): number {
  const foreign = new TextDecoder().decode(piece).match(/[^\0-\x7f]/g) ?? [];
  return foreign.filter((letter) => letter === "\ufffd").length / Math.max(1, foreign.length);
}

/** Whether a piece out of the middle could be UTF-8: its first and last bytes may be halves of letters. */
function isUtf8(piece: Uint8Array): boolean {
  let start = 0;
  while (start < 4 && start < piece.length && ((piece[start] ?? 0) & 0xc0) === 0x80) start++;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(piece.subarray(start), { stream: true });
    return true;
  } catch {
    return false;
  }
}

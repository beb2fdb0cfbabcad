import type { Encoding } from "./encodings";

const PIECE_BYTES = 262_144;

export type TextPiece = { text: string; bytesRead: number };

/** The file's text piece by piece; what can't be read in this encoding is U+FFFD. The mark at the start is left out. */
export async function* readText(file: Blob, encoding: Encoding): AsyncGenerator<TextPiece> {
  const decoder = new TextDecoder(encoding);
  for (let start = 0; start < file.size; start += PIECE_BYTES) {
    const end = Math.min(file.size, start + PIECE_BYTES);
    const bytes = await file.slice(start, end).arrayBuffer();
    yield { text: decoder.decode(bytes, { stream: true }), bytesRead: end };
  }
  yield { text: decoder.decode(), bytesRead: file.size };
}

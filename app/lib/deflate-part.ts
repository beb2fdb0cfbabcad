import { constants, deflateRawSync } from "node:zlib";

/** Ends a DEFLATE stream that is made of parts: an empty last block. */
export const DEFLATE_END = Uint8Array.of(3, 0);

/**
 * Compresses one piece of a longer text. Each result ends at a byte boundary, so
 * that the results of all pieces in a row, with `DEFLATE_END` behind them, are one
 * raw DEFLATE stream of the whole text.
 */
export function deflatePart(bytes: Uint8Array): Uint8Array {
  return deflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
}

const LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const LENGTH = 10;

/** What people call a request by, on the phone too: `S-7K2M9QXW4B`. `bytes` are ten random ones. */
export function supportReference(bytes: Uint8Array): string {
  if (bytes.length !== LENGTH) throw new Error(`a reference is made of ${LENGTH} bytes`);
  return `S-${Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join("")}`;
}

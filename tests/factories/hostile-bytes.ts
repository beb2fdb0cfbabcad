/** A file's cells, or why it is refused. */
export type Outcome = string[][] | string;
export type HostileFiles = Record<string, [make: () => Blob | Promise<Blob>, outcome: Outcome]>;

export const text = (content: string) => new Blob([content]);
export const bytes = (...content: (string | number[] | Uint8Array)[]) =>
  new Blob(content.map((one) => (typeof one === "string" ? one : new Uint8Array(one))));
export const utf16 = (content: string, isBig = false) => {
  const view = new DataView(new ArrayBuffer(content.length * 2));
  for (let at = 0; at < content.length; at++) view.setUint16(at * 2, content.charCodeAt(at), !isBig);
  return new Uint8Array(view.buffer);
};
export const MEGA = "x".repeat(1_000_000);

import type { ArchivePort } from "~/domain/context";

/** An archive that can be looked into. */
export type MemoryArchive = ArchivePort & { stored: Map<string, Uint8Array> };

export function createMemoryArchive(): MemoryArchive {
  const stored = new Map<string, Uint8Array>();
  return {
    stored,
    put: async (name, bytes) => void stored.set(name, bytes),
    async read(name) {
      const bytes = stored.get(name);
      return bytes ? new Blob([Uint8Array.from(bytes)]).stream() : null;
    },
    async deleteSome(prefix, limit) {
      const names = [...stored.keys()].filter((name) => name.startsWith(prefix)).slice(0, limit);
      for (const name of names) stored.delete(name);
      return names.length;
    },
  };
}

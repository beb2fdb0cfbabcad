import type { ArchivePort } from "~/domain/context";

/** R2 lists and deletes at most so many at once. */
const MOST = 1000;

/** The bucket of exports and other results. */
export function archivePort({ ARCHIVE }: Pick<Env, "ARCHIVE">): ArchivePort {
  return {
    put: async (name, bytes) => void (await ARCHIVE.put(name, bytes)),
    read: async (name) => (await ARCHIVE.get(name))?.body ?? null,
    async deleteSome(prefix, limit) {
      const { objects } = await ARCHIVE.list({ prefix, limit: Math.min(limit, MOST) });
      if (objects.length > 0) await ARCHIVE.delete(objects.map(({ key }) => key));
      return objects.length;
    },
  };
}

import * as z from "zod";
import type { AnchorPort } from "~/domain/audit/anchors";

const FOLDER = "audit-anchors";

const noteSchema = z.object({ seq: z.coerce.number().int(), hash: z.string() });

/**
 * Anchors of audit chains in R2: one object per organization and day,
 * `audit-anchors/<organization>/<day>.json`. The notes are in the objects'
 * metadata too, so that listing them reads them.
 */
export function anchorPort(archive: R2Bucket): AnchorPort {
  return {
    async list(orgId) {
      const anchors = [];
      for (let cursor: string | undefined, isDone = false; !isDone; ) {
        const page = await archive.list({
          prefix: `${FOLDER}/${orgId}/`,
          include: ["customMetadata"],
          ...(cursor === undefined ? {} : { cursor }),
        });
        anchors.push(...page.objects.map(({ customMetadata }) => noteSchema.parse(customMetadata)));
        isDone = !page.truncated;
        if (page.truncated) cursor = page.cursor;
      }
      return anchors;
    },
    async keep(orgId, day, { seq, hash }) {
      await archive.put(`${FOLDER}/${orgId}/${day}.json`, JSON.stringify({ seq, hash }), {
        // Decided by R2 in the same step: of two writers at once, the first stays.
        onlyIf: new Headers({ "If-None-Match": "*" }),
        httpMetadata: { contentType: "application/json" },
        customMetadata: { seq: String(seq), hash },
      });
    },
  };
}

import type { RequestBatch } from "~/db/request-batch";
import { isAppError } from "~/lib/app-error";
import type { Permission } from "../organizations/permissions";
import { type SecurityEvent, securityEvent } from "./security-event";

/**
 * Keeps that a member asked for what the role does not allow; one row and one act
 * per member, permission and hour. Whoever is no member, or no longer, is not
 * written down in the organization.
 */
export async function recordRefusal(
  batch: RequestBatch,
  {
    permission,
    userId,
    visit,
    ...clock
  }: Pick<SecurityEvent, "visit"> & {
    permission: Permission;
    userId: string;
    now: () => Date;
    newId: () => string;
  },
): Promise<void> {
  const event = securityEvent(clock, {
    kind: "access_refused",
    userId,
    key: permission,
    visit,
    facts: { permission },
  });
  try {
    await batch.run([batch.orm.execute(event)]);
  } catch (error) {
    if (!isAppError(error)) throw error;
  }
}

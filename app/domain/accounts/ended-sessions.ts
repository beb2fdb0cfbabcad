import * as z from "zod";

/** Sessions that an act ended, and the organizations in which their live screens may be open. */
export const endedSessionsSchema = z.object({
  endedSessions: z.array(z.uuid()),
  organizations: z.array(z.uuid()),
});

import * as z from "zod";
import { signUpSchema } from "../accounts/accounts.schema";
import { ROLES } from "../organizations/permissions";

const role = z.enum(ROLES, { error: "errors:form.choose" });

export const inviteSchema = z.object({ email: signUpSchema.shape.email, role });
export type Invite = z.output<typeof inviteSchema>;

/** What is done to one member. */
export const memberActionSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("role"), role }),
  z.object({ intent: z.literal("suspend") }),
  z.object({ intent: z.literal("reinstate") }),
  z.object({ intent: z.literal("remove") }),
  z.object({ intent: z.literal("transfer") }),
]);
export type MemberAction = z.output<typeof memberActionSchema>;

/** A member's own way out. */
export const leaveSchema = z.object({ intent: z.literal("leave") });

/** What is done to an open invitation. */
export const invitationActionSchema = z.object({ intent: z.enum(["resend", "revoke"]) });

/** 32 random bytes in base64url. */
export const invitationTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** A new user who joins through a link: the email is the invited one, the organization is there. */
export const signUpInvitedSchema = signUpSchema.omit({ email: true, organization: true });
export type SignUpInvited = z.output<typeof signUpInvitedSchema>;

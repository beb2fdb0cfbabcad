import * as z from "zod";
import { LANGUAGES } from "~/i18n/languages";
import { PASSWORD_ERRORS } from "./password-errors";
import { PASSWORD_MAX, PASSWORD_MIN } from "./password-length";

export const THEMES = ["light", "dark", "system"] as const;

/** Words of a person or an organization: one line of 1 to 80 characters that cannot pass for markup. */
const name = z
  .string()
  .transform((text) => text.normalize("NFC").replace(/\s+/gu, " ").trim())
  .pipe(
    z
      .string()
      .min(1)
      .max(80)
      .regex(/^[^\p{Cc}\p{Cf}<>]*$/u, "auth:errors.nameCharacters"),
  );

const email = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email().max(254));

/** Counted as people count. The other rules need to know who it is for and are checked on the server. */
const newPassword = z
  .string()
  .refine((text) => charactersOf(text) >= PASSWORD_MIN, PASSWORD_ERRORS.too_short)
  .refine((text) => charactersOf(text) <= PASSWORD_MAX, PASSWORD_ERRORS.too_long);

/** A password to compare with. The bound only keeps the work small. */
const givenPassword = z.string().min(1).max(1024);

export const signUpSchema = z.object({
  name,
  email,
  password: newPassword,
  organization: name,
  isAdult: z.literal(true, "errors:accounts.mustBeAdult"),
  acceptsPolicy: z.literal(true, "errors:accounts.mustAccept"),
  /** The version of the policy that was on the page. */
  policyVersion: z.string().min(1).max(20),
});
export type SignUp = z.output<typeof signUpSchema>;

export const logInSchema = z.object({ email, password: givenPassword });
export type LogIn = z.output<typeof logInSchema>;

/** For forms that ask for a link by mail. */
export const askForLinkSchema = z.object({ email });

/** 32 random bytes in base64url. */
const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** What a link in a mail carries. */
export const linkSchema = z.object({ token });

export const resetPasswordSchema = z.object({ token, newPassword });

const changeEmailSchema = z.object({ email });
export type ChangeEmail = z.output<typeof changeEmailSchema>;

const changePasswordSchema = z.object({ currentPassword: givenPassword, newPassword });
export type ChangePassword = z.output<typeof changePasswordSchema>;

const updateProfileSchema = z.object({ name, language: z.enum(LANGUAGES), theme: z.enum(THEMES) });
export type UpdateProfile = Partial<z.output<typeof updateProfileSchema>>;

export const profileFormSchema = updateProfileSchema;

/** The forms of a user's security page. */
export const passwordFormSchema = changePasswordSchema.extend({ intent: z.literal("password") });
export const emailFormSchema = changeEmailSchema.extend({ intent: z.literal("email") });
export const securityPageSchema = z.discriminatedUnion("intent", [
  passwordFormSchema,
  emailFormSchema,
  z.object({ intent: z.literal("end-session"), sessionId: z.uuid() }),
  z.object({ intent: z.literal("end-others") }),
]);
export type SecurityForm = z.output<typeof securityPageSchema>;

/** One choice from the account menu. */
export const preferenceSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("theme"), theme: z.enum(THEMES) }),
  z.object({ intent: z.literal("language"), language: z.enum(LANGUAGES) }),
]);

function charactersOf(text: string): number {
  return [...text.normalize("NFKC")].length;
}

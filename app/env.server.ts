import * as z from "zod";
import { parseKeyring } from "~/lib/keyring";

/** Kept as text; wrong ones are found at the start, not at the first use. */
const keyring = z.string().refine(isKeyring);

const variables = z.object({
  ENVIRONMENT: z.enum(["development", "production"]),
  APP_URL: z.url(),
  DATABASE_URL: z.url(),
  SESSION_JWT_KEYS: keyring,
  ENCRYPTION_KEYS: keyring,
  HOOK_URL_KEY: z.string().min(32),
  SHOPIFY_APP_SECRETS: z.string().default(""),
  FAKE_SHOPS_URL: z.url().optional(),
  BCRYPT_COST: z.coerce.number().int().min(10).max(14).default(10),
  MAIL_PROVIDER: z.enum(["mailbox", "resend"]),
  MAIL_FROM: z.string().default("OruCRM <hello@orucrm.com>"),
  SUPPORT_EMAIL: z.email().default("support@orucrm.com"),
  RESEND_API_KEY: z.string().optional(),
  RESEND_API_URL: z.url().default("https://api.resend.com"),
});

export type Config = {
  isProduction: boolean;
  appUrl: string;
  /** Plain http is for the loopback in development only. */
  isSecure: boolean;
  databaseUrl: string;
  /** `"1:<base64>,2:<base64>"`; the highest version is current, unless it is marked `:reads`. */
  sessionJwtKeys: string;
  encryptionKeys: string;
  hookUrlKey: string;
  /** Valid now, newest first; two during a rotation. */
  shopifyAppSecrets: string[];
  /** Where fake shops stand in for real ones, in development; null where shops are real. */
  fakeShopsUrl: string | null;
  bcryptCost: number;
  /** Where members' questions are read. */
  supportEmail: string;
  mail:
    | { provider: "mailbox"; from: string }
    | { provider: "resend"; from: string; apiKey: string; apiUrl: string };
};

/** Bindings' variables and secrets, checked once per isolate. Throws naming each variable that is missing or wrong. */
export function readConfig(env: object): Config {
  const parsed = variables.safeParse(env);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => issue.path.join(".")).join(", ");
    throw new Error(`Configuration is incomplete: set ${wrong}. The README lists every variable and secret.`);
  }
  const v = parsed.data;
  const isProduction = v.ENVIRONMENT === "production";
  const isSecure = v.APP_URL.startsWith("https://");
  if (isProduction && !isSecure)
    throw new Error("Configuration is wrong: APP_URL must be https in production.");
  if (isProduction && v.MAIL_PROVIDER === "mailbox") {
    throw new Error(
      "Configuration is wrong: MAIL_PROVIDER=mailbox keeps mail on screen and is for development.",
    );
  }
  if (isProduction && v.FAKE_SHOPS_URL !== undefined)
    throw new Error("Configuration is wrong: FAKE_SHOPS_URL is for development.");
  return {
    isProduction,
    appUrl: v.APP_URL.replace(/\/$/, ""),
    isSecure,
    databaseUrl: v.DATABASE_URL,
    sessionJwtKeys: v.SESSION_JWT_KEYS,
    encryptionKeys: v.ENCRYPTION_KEYS,
    hookUrlKey: v.HOOK_URL_KEY,
    shopifyAppSecrets: v.SHOPIFY_APP_SECRETS.split(",").filter(Boolean),
    fakeShopsUrl: v.FAKE_SHOPS_URL?.replace(/\/$/, "") ?? null,
    bcryptCost: v.BCRYPT_COST,
    supportEmail: v.SUPPORT_EMAIL,
    mail: mailConfig(v),
  };
}

function mailConfig(v: z.infer<typeof variables>): Config["mail"] {
  if (v.MAIL_PROVIDER === "mailbox") return { provider: "mailbox", from: v.MAIL_FROM };
  if (!v.RESEND_API_KEY)
    throw new Error(
      "Configuration is incomplete: set RESEND_API_KEY, or MAIL_PROVIDER=mailbox in development.",
    );
  return { provider: "resend", from: v.MAIL_FROM, apiKey: v.RESEND_API_KEY, apiUrl: v.RESEND_API_URL };
}

function isKeyring(text: string): boolean {
  try {
    return parseKeyring(text).keys.size > 0;
  } catch {
    return false;
  }
}

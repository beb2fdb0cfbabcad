import { encodeBase32UpperCaseNoPadding } from "@oslojs/encoding";
import { createTOTPKeyURI, verifyHOTP } from "@oslojs/otp";

const STEP_SECONDS = 30;
const DIGITS = 6;
const SECRET_BYTES = 20;

export function createTotpSecret(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
}

/** What an authenticator app reads from the QR code, and what is typed where there is no camera. */
export function describeTotp(secret: Uint8Array, email: string): { uri: string; typed: string } {
  return {
    uri: createTOTPKeyURI("OruCRM", email, secret, STEP_SECONDS, DIGITS),
    typed: encodeBase32UpperCaseNoPadding(secret),
  };
}

/**
 * The 30-second step that a code belongs to, clocks being one step apart at most;
 * null for any other code. Whether the step was used before is for the database.
 */
export function matchTotpStep(secret: Uint8Array, code: string, now: Date): number | null {
  const current = Math.floor(now.getTime() / 1000 / STEP_SECONDS);
  const steps = [current, current - 1, current + 1];
  return steps.find((step) => step >= 0 && verifyHOTP(secret, BigInt(step), DIGITS, code)) ?? null;
}

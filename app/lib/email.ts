const LONGEST_EMAIL = 254;
const LONGEST_LOCAL = 64;
const LONGEST_LABEL = 63;
const LOCAL = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~.-]+$/u;
const LABEL = /^[\p{L}\p{N}\p{M}-]+$/u;
const TOP_LABEL = /^(?:xn--[a-z0-9-]+|[\p{L}\p{M}]{2,})$/u;

/** Local parts that name nobody: system senders, and what cashiers type when a customer has no email. */
const PLACEHOLDER_LOCALS = new Set([
  "donotreply",
  "mailerdaemon",
  "na",
  "nil",
  "nobody",
  "noemail",
  "none",
  "noreply",
  "takde",
  "tiada",
  "tiadaemail",
]);
const PLACEHOLDER_TOP_LABELS = new Set(["invalid", "local", "localhost"]);

/**
 * Normalizes an email address for identity: trimmed, compatibility forms folded,
 * lower case; dots and plus tags stay, because they may name different people.
 * Null when it is malformed or a placeholder such as noreply@. Linear in its input; never throws.
 */
export function normalizeEmail(raw: string | null): string | null {
  if (raw === null || raw.length > LONGEST_EMAIL * 2) return null;
  const email = foldCase(raw);
  const at = email.lastIndexOf("@");
  const local = email.slice(0, at);
  const labels = email.slice(at + 1).split(".");
  if (at < 1 || email.length > LONGEST_EMAIL) return null;
  if (!isLocalPart(local) || !isDomain(labels)) return null;
  return isPlaceholder(local, labels) ? null : email;
}

/** Invisible characters are dropped: they come with copied text and would make two people of one. */
function foldCase(raw: string): string {
  return raw
    .replace(/\p{Cf}/gu, "")
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFKC")
    .trim();
}

function isLocalPart(local: string): boolean {
  if (local.length > LONGEST_LOCAL || !LOCAL.test(local)) return false;
  return !local.startsWith(".") && !local.endsWith(".") && !local.includes("..");
}

function isDomain(labels: string[]): boolean {
  if (labels.length < 2 || !TOP_LABEL.test(labels.at(-1) ?? "")) return false;
  return labels.every(
    (label) =>
      label.length <= LONGEST_LABEL && LABEL.test(label) && !label.startsWith("-") && !label.endsWith("-"),
  );
}

function isPlaceholder(local: string, labels: string[]): boolean {
  return (
    PLACEHOLDER_LOCALS.has(local.replace(/[._-]/g, "")) || PLACEHOLDER_TOP_LABELS.has(labels.at(-1) ?? "")
  );
}

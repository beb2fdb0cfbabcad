const DOTS = "•••";

/** "s•••@g•••.com": the first letters and the ending. What is no address shows nothing of itself. */
export function maskEmail(email: string): string {
  const [local, domain = "", ...rest] = email.split("@");
  const dot = domain.lastIndexOf(".");
  if (!local || rest.length > 0 || dot < 1) return DOTS;
  return `${first(local)}${DOTS}@${first(domain)}${DOTS}${domain.slice(dot)}`;
}

/** "+60 ••• 89": the calling code of an E.164 number and its last two digits. Anything else shows nothing of itself. */
export function maskPhone(phone: string): string {
  const [, code, end] = /^\+(60|65|62|66|63|84|673|1|\d{2})\d{4,}(\d\d)$/.exec(phone) ?? [];
  return code && end ? `+${code} ${DOTS} ${end}` : DOTS;
}

/** Whole characters: half of an emoji would not be text. */
function first(text: string): string {
  return [...text][0] ?? "";
}

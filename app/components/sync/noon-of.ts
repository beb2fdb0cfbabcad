/** A calendar day as an instant that is on it in nearly every zone. */
export function noonOf(day: string): Date {
  return new Date(`${day}T10:00:00Z`);
}

/** toyyibPay's numbers, as topics. */
export const TOPICS: ReadonlyMap<string, string> = new Map([
  ["1", "payment.success"],
  ["2", "payment.pending"],
  ["3", "payment.failed"],
]);

/** The public page of how deliveries fare. */
export const status = {
  metaTitle: "Status · OruCRM",
  title: "Status",
  lead: "How deliveries from shops are taken in and handled right now, for all shops together.",
  verdict: {
    good: "Everything works",
    late: "Deliveries are handled late",
    down: "The database does not answer",
  },
  hint: {
    good: "Deliveries are taken in and handled within seconds.",
    late: "They are taken in and kept, and handled as soon as possible. Nothing is lost, and you need do nothing.",
    down: "Deliveries are still taken in and kept. They are handled, in full, as soon as the database answers again.",
  },
  ingress: "Taking deliveries in",
  database: "Database",
  up: "Works",
  noAnswer: "No answer",
  handled: "Handled without failing, last hour",
  lag: "From shop to customer list, on average",
  waiting: "Waiting to be handled",
  swept: "Last looked after",
  none: "Nothing came",
  note: "Looked at anew every minute. This page knows sums only, of all shops together.",
};

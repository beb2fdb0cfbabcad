/** How a connection's deliveries usually come, and when they stay away. */
export const pulse = {
  usual: "On a usual day",
  learning: "Still learning",
  learningHint: "After two weeks and 20 deliveries we know the shop’s rhythm and warn of an unusual silence.",
  errorRate: "Not applied",
  lag: "From shop to here",
  longest: "at most",
  span: { seconds: "{{amount}} s", minutes: "{{amount}} min", hours: "{{amount}} h" },
  perDay: "{{amount}} on a usual day",
  silence: {
    title: "Silent since {{time}}",
    odds: "By this shop’s own rhythm, one in {{oneIn}} silences lasts as long by chance: it happens once in {{weeks}} weeks.",
    register: "Register the webhooks again",
    webhooks: {
      not_asked:
        "Check in the shop that its webhooks are still switched on and go to the address below, then send a test from there.",
      no_answer:
        "We asked the shop for its webhooks and got no answer. Check whether the shop itself can be reached.",
      registered:
        "The shop says that its webhooks are switched on. Place a test order: if it does not arrive here, look at the shop’s own log of webhooks.",
      missing: "The shop says that some of its webhooks are gone.",
      switched_off: "The shop says that it has switched its webhooks off.",
    },
  },
};

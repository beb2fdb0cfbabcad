export const publicPages = {
  header: { label: "Site", logIn: "Log in", signUp: "Open an account", dashboard: "To the dashboard" },
  footer: {
    line: "OruCRM: one true picture of every customer.",
    privacy: "Privacy",
    trust: "Trust",
    status: "Status",
  },
  unsubscribe: {
    title: "No more product mail",
    lead: "We then send you no more mails about new features. Mails about your account's security and the service still come.",
    submit: "Switch product mail off",
    doneTitle: "Product mail is off",
    done: "You get no more mails about new features. Under Settings, Notifications you can switch them on again.",
    brokenTitle: "This link does not work",
    broken:
      "It is not complete, or not one of ours. Log in and choose under Settings, Notifications which mails you get.",
  },
  home: {
    metaTitle: "OruCRM: one true picture of every customer",
    metaDescription:
      "OruCRM gathers the orders of every shop you run and shows each customer once, with everything they bought.",
    title: "One true picture of every customer",
    lead: "OruCRM gathers the orders of every shop you run and shows each customer once: what they bought, when, where, and what they agreed to hear from you.",
    start: "Open an account",
    logIn: "Log in",
    noCard: "Free to try. No card needed.",
    picture: {
      label: "Three shops, one customer: Aisyah’s seven orders from all of them on one page.",
      spent: "Spent",
      orders: "Orders",
      shops: "Shops",
    },
    points: {
      live: {
        title: "An order is here before you look",
        body: "Orders of WooCommerce and Shopify appear within two seconds, with the customer who placed them. When something goes wrong, you see what, why, and how to mend it.",
      },
      one: {
        title: "One person, one page",
        body: "Guest checkouts, three shops, two spellings of a phone number: still one customer, with every order and every ringgit.",
      },
      exact: {
        title: "Figures that agree with the shop",
        body: "To the sen, per currency, in your time zone. Test orders left out, refunds taken off, and every number opens the rows behind it.",
      },
      yours: {
        title: "Their data, kept as promised",
        body: "Secrets are sealed, sessions end, deletion deletes. Every sentence of our privacy policy is held by a test.",
      },
    },
    platforms: "Works with",
    closing: "Connect a shop in five minutes and see your first customer.",
  },
};

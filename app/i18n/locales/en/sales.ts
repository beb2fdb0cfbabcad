/** Entering and correcting orders, products and subscriptions by hand, and exporting lists. */
export const sales = {
  byHand: "Set by hand",
  byHandHint: "{{name}} set this on {{date}}. It stands, whatever the shop tells later.",
  shopSays: "The shop says: {{value}}",
  shopSaysNothing: "The shop says nothing here",
  release: "Use the shop's value",
  released: "The shop's value stands again",
  enteredByHand: "Entered by hand",
  errors: {
    notSet: "Nobody has set this by hand. Load the page again to see how it stands.",
    amount: "Enter an amount such as 1234.50, without letters.",
    currency: "Enter a currency's three letters, such as MYR.",
    quantity: "Enter how many, such as 1 or 2.5.",
    time: "Enter a day and time.",
    tooLong: "Use at most {{max}} characters.",
    needed: "Fill this in.",
    noItems: "Add at least one item.",
    noCustomer: "This customer is not here any more. Choose another one.",
    noShop: "Choose a shop.",
  },
};

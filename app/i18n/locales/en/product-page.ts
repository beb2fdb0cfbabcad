/** A product's own page, and entering one by hand. */
export const productPage = {
  facts: "Facts",
  noPrice: "No price",
  kindOf: "Variation of",
  parent: "Show the product",
  address: "In the shop",
  open: "Open the shop’s page",
  entered: "Entered by hand",
  variations: "Variations",
  trashed: "This product is in the trash. Orders keep it in their items.",
  removed: "The shop deleted this product on {{date}}. Orders keep it in their items.",
  sales: {
    title: "Sales",
    lead: "Paid orders, before refunds; each currency by itself.",
    bounded: "The newest 2,000 orders, before refunds; each currency by itself.",
    none: "No paid order holds this product yet.",
    buyers: "Customers who bought it",
    revenue: "Sold in {{currency}}",
    pieces_one: "{{count, number}} piece",
    pieces_other: "{{count, number}} pieces",
  },
  orders: {
    title: "Latest orders with it",
    all: "All orders",
    none: "No order holds this product yet.",
  },
  new: {
    title: "New product",
    button: "New product",
    lead: "For what you sell outside your shops.",
    save: "Enter the product",
  },
};

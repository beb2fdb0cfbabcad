export const products = {
  title: "Products",
  search: "Name or SKU",
  columns: {
    name: "Product",
    sku: "SKU",
    shop: "Shop",
    price: "Price",
    stock: "In stock",
    sold: "Sold",
    status: "Status",
    updated: "Changed",
  },
  status: {
    active: "On sale",
    draft: "Draft",
    archived: "Put away",
    private: "Hidden",
    removed: "Deleted in the shop",
  },
  stock: { none: "Out of stock", notTracked: "Not counted" },
  variants_one: "{{count, number}} variant",
  variants_other: "{{count, number}} variants",
  empty: {
    title: "No products yet",
    body: "Products come from your connected shops as soon as they are made or changed there.",
    action: "Connect a shop",
  },
  noResult: {
    title: "No product found",
    body: "Nothing matches “{{query}}”. Try part of the name or the SKU.",
    clear: "Show all products",
  },
};

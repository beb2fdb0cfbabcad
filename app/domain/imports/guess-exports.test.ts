import { describe, expect, test } from "vitest";
import { guessColumns } from "./guess-columns";
import type { ImportNoun } from "./import-fields";

/** What each column of a header is taken for; those that are left out are not in it. */
function guess(noun: ImportNoun, header: string, row: Record<string, string> = {}) {
  const columns = header.split(",");
  const cells = columns.map((column) => row[column] ?? "");
  const guesses = guessColumns({ noun, columns, fields: [] }, [cells]);
  return Object.fromEntries(
    guesses.flatMap(({ target }, at) => (target === "" ? [] : [[columns[at] ?? "", target]])),
  );
}

const SHOPIFY_ORDERS =
  "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Tax 2 Name,Tax 2 Value,Tax 3 Name,Tax 3 Value,Tax 4 Name,Tax 4 Value,Tax 5 Name,Tax 5 Value,Phone,Receipt Number,Duties,Billing Province Name,Shipping Province Name,Payment ID,Payment Terms Name,Next Payment Due At,Payment References";
const SHOPIFY_CUSTOMERS =
  "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags";
const SHOPIFY_PRODUCTS =
  "Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Fulfillment Service,Variant Price,Variant Compare At Price,Variant Requires Shipping,Variant Taxable,Variant Barcode,Image Src,Image Position,Image Alt Text,Gift Card,SEO Title,SEO Description,Variant Image,Variant Weight Unit,Variant Tax Code,Cost per item,Status";
const WOO_ORDERS =
  "Order Number,Order Status,Order Date,Customer Note,First Name (Billing),Last Name (Billing),Company (Billing),Address 1&2 (Billing),City (Billing),State Code (Billing),Postcode (Billing),Country Code (Billing),Email (Billing),Phone (Billing),First Name (Shipping),Last Name (Shipping),Address 1&2 (Shipping),City (Shipping),State Code (Shipping),Postcode (Shipping),Country Code (Shipping),Payment Method Title,Cart Discount Amount,Order Subtotal Amount,Shipping Method Title,Order Shipping Amount,Order Refund Amount,Order Total Amount,Order Total Tax Amount,SKU,Item #,Item Name,Quantity,Item Cost,Coupon Code,Discount Amount,Discount Amount Tax";
const WOO_ORDERS_PLAIN =
  "order_id,order_number,order_date,paid_date,status,shipping_total,shipping_tax_total,fee_total,fee_tax_total,tax_total,cart_discount,order_discount,discount_total,order_total,order_subtotal,order_currency,payment_method,payment_method_title,transaction_id,shipping_method,customer_id,customer_email,billing_first_name,billing_last_name,billing_company,billing_email,billing_phone,billing_address_1,billing_address_2,billing_postcode,billing_city,billing_state,billing_country,shipping_first_name,shipping_last_name,shipping_phone,shipping_address_1,customer_note,line_item_1";
const WOO_CUSTOMERS =
  "Name,Username,Last Active,Sign Up,Email,Orders,Total Spend,AOV,Country / Region,City,Region,Postal Code";
const WOO_PRODUCTS =
  "ID,Type,SKU,Name,Published,Is featured?,Visibility in catalog,Short description,Description,Date sale price starts,Date sale price ends,Tax status,Tax class,In stock?,Stock,Low stock amount,Backorders allowed?,Sold individually?,Weight (kg),Length (cm),Width (cm),Height (cm),Allow customer reviews?,Purchase note,Sale price,Regular price,Categories,Tags,Shipping class,Images,Download limit,Download expiry days,Parent,Grouped products,Upsells,Cross-sells,External URL,Button text,Position";

describe("columns of Shopify's exports are known", () => {
  const ORDER = {
    Email: "email",
    "Financial Status": "status",
    Currency: "currency",
    Shipping: "shipping",
    Taxes: "tax",
    Total: "total",
    "Discount Code": "coupons",
    "Discount Amount": "discount",
    "Created at": "placedAt",
    "Lineitem quantity": "itemQuantity",
    "Lineitem name": "itemName",
    "Lineitem price": "itemPrice",
    "Lineitem sku": "itemSku",
    "Billing Name": "name",
    "Billing Address1": "line1",
    "Billing Address2": "line2",
    "Billing Company": "company",
    "Billing City": "city",
    "Billing Zip": "postcode",
    "Billing Province": "state",
    "Billing Country": "country",
    "Payment Method": "paymentMethod",
    Source: "channel",
  };

  test("of orders, whose numbers stand under “Name”", () => {
    const row = { Name: "#1001", Email: "aina@contoh.my", Phone: "+60123456789", Id: "6012345678901" };
    expect(guess("orders", SHOPIFY_ORDERS, row)).toEqual({ Name: "order", Phone: "phone", ...ORDER });
  });

  test("and a “Name” of people is not taken for an order's number", () => {
    const row = { Name: "Aina binti Omar", "Order ID": "1001" };
    expect(guess("orders", "Name,Order ID,Total,Date", row)).toMatchObject({
      Name: "name",
      "Order ID": "order",
    });
  });

  test("the billing phone goes before that of the delivery, and an empty one says nothing", () => {
    const filled = { "Billing Phone": "012", "Shipping Phone": "013" };
    expect(guess("orders", SHOPIFY_ORDERS, filled)).toMatchObject({ "Billing Phone": "phone" });
    expect(guess("orders", SHOPIFY_ORDERS, { "Shipping Phone": "013" })).toMatchObject({
      "Shipping Phone": "phone",
    });
  });

  test("of customers", () => {
    const row = { "Default Address Phone": "'+60123456789" };
    const known = {
      "Customer ID": "number",
      "First Name": "firstName",
      "Last Name": "lastName",
      Email: "email",
      "Accepts Email Marketing": "consent.email",
      "Default Address Company": "company",
      "Default Address Address1": "line1",
      "Default Address Address2": "line2",
      "Default Address City": "city",
      "Default Address Province Code": "state",
      "Default Address Country Code": "country",
      "Default Address Zip": "postcode",
      "Accepts SMS Marketing": "consent.sms",
      Tags: "tags",
    };
    expect(guess("customers", SHOPIFY_CUSTOMERS)).toEqual({ ...known, Phone: "phone" });
    expect(guess("customers", SHOPIFY_CUSTOMERS, row)).toEqual({
      ...known,
      "Default Address Phone": "phone",
    });
  });

  test("of products", () => {
    expect(guess("products", SHOPIFY_PRODUCTS)).toEqual({
      Handle: "product",
      Title: "name",
      Type: "categories",
      "Variant SKU": "sku",
      "Variant Inventory Qty": "stockQuantity",
      "Variant Price": "price",
      "Image Src": "imageUrl",
      Status: "status",
    });
  });
});

describe("columns of WooCommerce's exports are known", () => {
  test("of orders, in words", () => {
    expect(guess("orders", WOO_ORDERS)).toEqual({
      "Order Number": "order",
      "Order Status": "status",
      "Order Date": "placedAt",
      "First Name (Billing)": "firstName",
      "Last Name (Billing)": "lastName",
      "Company (Billing)": "company",
      "Address 1&2 (Billing)": "line1",
      "City (Billing)": "city",
      "State Code (Billing)": "state",
      "Postcode (Billing)": "postcode",
      "Country Code (Billing)": "country",
      "Email (Billing)": "email",
      "Phone (Billing)": "phone",
      "Payment Method Title": "paymentMethod",
      "Cart Discount Amount": "discount",
      "Order Shipping Amount": "shipping",
      "Order Total Amount": "total",
      "Order Total Tax Amount": "tax",
      SKU: "itemSku",
      "Item Name": "itemName",
      Quantity: "itemQuantity",
      "Item Cost": "itemPrice",
      "Coupon Code": "coupons",
    });
  });

  test("of orders, by the names that programs use: the number goes before the id", () => {
    expect(guess("orders", WOO_ORDERS_PLAIN)).toEqual({
      order_number: "order",
      order_date: "placedAt",
      status: "status",
      shipping_total: "shipping",
      tax_total: "tax",
      discount_total: "discount",
      order_total: "total",
      order_currency: "currency",
      payment_method_title: "paymentMethod",
      customer_id: "number",
      customer_email: "email",
      billing_first_name: "firstName",
      billing_last_name: "lastName",
      billing_company: "company",
      billing_phone: "phone",
      billing_address_1: "line1",
      billing_address_2: "line2",
      billing_postcode: "postcode",
      billing_city: "city",
      billing_state: "state",
      billing_country: "country",
    });
    expect(guess("orders", "Order ID,Date,Total")).toMatchObject({ "Order ID": "order" });
  });

  test("of customers", () => {
    expect(guess("customers", WOO_CUSTOMERS)).toEqual({
      Name: "name",
      Email: "email",
      "Country / Region": "country",
      City: "city",
      Region: "state",
      "Postal Code": "postcode",
    });
  });

  test("of products", () => {
    expect(guess("products", WOO_PRODUCTS)).toEqual({
      ID: "product",
      SKU: "sku",
      Name: "name",
      Published: "status",
      "In stock?": "stock",
      Stock: "stockQuantity",
      "Regular price": "price",
      Categories: "categories",
      Images: "imageUrl",
    });
  });
});

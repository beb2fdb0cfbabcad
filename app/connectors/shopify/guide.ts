import type { SetupGuide } from "../setup-guide";

const WEBHOOK = {
  place: ["Settings", "Notifications", "Webhooks"],
  fields: [
    { label: "Event", text: "Order creation" },
    { label: "Format", text: "JSON" },
    { label: "URL", copy: "address" },
    { label: "Webhook API version", text: "Latest" },
  ],
  button: "Save",
} as const;

export const guide: SetupGuide = {
  en: {
    steps: [
      {
        title: "Open the webhooks of your shop",
        body: "In your Shopify admin, go to Settings → Notifications → Webhooks.",
      },
      {
        title: "Paste the signing secret here",
        body: "Under your webhooks Shopify shows the secret that it signs them with. Copy it into the field below. If it is not shown yet, create the first webhook and come back. Without it, deliveries are refused.",
      },
      {
        title: "Create a webhook for each event",
        body: "Choose Create webhook, set Format to JSON, paste the address below as URL and keep the latest stable version. Do this for Order creation, Order update, Order payment, Order cancellation, Order fulfillment, Order deletion, Refund create, Customer creation, Customer update, Customer deletion, Product creation, Product update and Product deletion; and for what is left behind, Checkout creation, Checkout update and Checkout deletion.",
        picture: WEBHOOK,
      },
      {
        title: "Send a first delivery",
        body: "Choose Send test notification beside one of the webhooks, or place an order. This page turns green when it arrives. Test orders never count as revenue.",
      },
    ],
    shopHelp:
      "The address that ends with .myshopify.com, for example kedai-aina.myshopify.com: Settings, Domains. If you leave it empty, the first delivery names it.",
    secretHelp:
      "Shopify shows it beside its webhooks once you have created the first one with the address above.",
  },
  ms: {
    steps: [
      {
        title: "Buka webhook kedai anda",
        body: "Di admin Shopify, pergi ke Settings → Notifications → Webhooks.",
      },
      {
        title: "Tampal kunci rahsia tandatangan di sini",
        body: "Di bawah senarai webhook, Shopify menunjukkan kunci rahsia yang digunakan untuk menandatanganinya. Salin ke dalam ruang di bawah. Jika belum kelihatan, cipta webhook pertama dahulu dan kembali ke sini. Tanpanya, semua kiriman ditolak.",
      },
      {
        title: "Cipta satu webhook bagi setiap peristiwa",
        body: "Pilih Create webhook, tetapkan Format kepada JSON, tampal alamat di bawah sebagai URL dan kekalkan versi stabil terkini. Buat begitu untuk Order creation, Order update, Order payment, Order cancellation, Order fulfillment, Order deletion, Refund create, Customer creation, Customer update, Customer deletion, Product creation, Product update dan Product deletion. Untuk checkout yang terbengkalai, tambah Checkout creation, Checkout update dan Checkout deletion.",
        picture: WEBHOOK,
      },
      {
        title: "Hantar data pertama",
        body: "Pilih Send test notification di sebelah salah satu webhook, atau buat satu pesanan. Halaman ini bertukar hijau sebaik sahaja ia tiba. Pesanan ujian tidak pernah dikira sebagai jualan.",
      },
    ],
    shopHelp:
      "Alamat yang berakhir dengan .myshopify.com, contohnya kedai-aina.myshopify.com: Settings, Domains. Jika dibiarkan kosong, kiriman pertama akan menamakannya.",
    secretHelp:
      "Shopify menunjukkannya di sebelah webhook sebaik sahaja anda mencipta yang pertama dengan alamat di atas.",
  },
};

import type { SetupGuide } from "../setup-guide";

const WEBHOOK = {
  place: ["Settings", "Webhook"],
  fields: [
    { label: "Event", text: "Order Paid" },
    { label: "Callback URL", copy: "address" },
  ],
  button: "Save",
} as const;

export const guide: SetupGuide = {
  en: {
    steps: [
      {
        title: "Open the webhooks of your shop",
        body: "In Shoppego, go to Settings → Webhook. The plans Standard, Premium and Ultimate have it.",
      },
      {
        title: "Give each event its own address",
        body: "Shoppego does not say in a delivery what has happened, so each event has an address of its own. Show the addresses above and copy each one beside the event of its name. Order Paid and Checkout Completed come first; the others tell what happens afterwards.",
        picture: WEBHOOK,
      },
      {
        title: "Cash on delivery",
        body: "An order with cash on delivery waits for its payment here until Shoppego tells us that it is paid or completed.",
      },
      {
        title: "Send a first delivery",
        body: "Place a test order in your shop. This page turns green when it arrives.",
      },
    ],
    shopHelp: "For example kedai-aina.com. If you leave it empty, the first delivery names it.",
  },
  ms: {
    steps: [
      {
        title: "Buka webhook kedai anda",
        body: "Di Shoppego, pergi ke Settings → Webhook. Pelan Standard, Premium dan Ultimate menyediakannya.",
      },
      {
        title: "Beri setiap peristiwa alamatnya sendiri",
        body: "Shoppego tidak menyebut apa yang berlaku dalam kirimannya, jadi setiap peristiwa mempunyai alamat sendiri. Paparkan alamat di atas dan salin setiap satu di sebelah peristiwa yang sama namanya. Utamakan Order Paid dan Checkout Completed; yang lain memberitahu apa yang berlaku selepas itu.",
        picture: WEBHOOK,
      },
      {
        title: "Bayar semasa terima",
        body: "Pesanan bayar semasa terima (COD) kekal menunggu bayaran di sini sehingga Shoppego memberitahu bahawa ia sudah dibayar atau selesai.",
      },
      {
        title: "Hantar data pertama",
        body: "Buat satu pesanan ujian di kedai anda. Halaman ini bertukar hijau sebaik sahaja ia tiba.",
      },
    ],
    shopHelp: "Contohnya kedai-aina.com. Jika dibiarkan kosong, kiriman pertama akan menamakannya.",
  },
};

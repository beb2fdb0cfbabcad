import type { SetupGuide } from "../setup-guide";

const WEBHOOK = {
  place: ["WooCommerce", "Settings", "Advanced", "Webhooks"],
  fields: [
    { label: "Name", text: "OruCRM" },
    { label: "Status", text: "Active" },
    { label: "Topic", text: "Order created" },
    { label: "Delivery URL", copy: "address" },
    { label: "Secret", copy: "secret" },
    { label: "API Version", text: "WP REST API Integration v3" },
  ],
  button: "Save webhook",
} as const;

export const guide: SetupGuide = {
  en: {
    steps: [
      {
        title: "Open the webhooks of your shop",
        body: "In your WordPress admin, go to WooCommerce → Settings → Advanced → Webhooks and choose Add webhook. Sign in as an administrator who will stay: WooCommerce reads orders with that person's rights.",
      },
      {
        title: "Fill in the first webhook",
        body: "Name it OruCRM, set Status to Active and Topic to Order created. Paste the address below into Delivery URL and the secret into Secret. Choose WP REST API Integration v3 and save.",
        picture: WEBHOOK,
      },
      {
        title: "Repeat for the other topics",
        body: "Add one webhook each, with the same address and secret, for Order updated, Order deleted, Order restored, Customer created, Customer updated, Customer deleted, Product created, Product updated, Product deleted and Product restored. Orders alone are enough to begin with. With WooCommerce Subscriptions, also add Subscription created, Subscription updated, Subscription switched, Subscription deleted and Subscription restored.",
      },
      {
        title: "Send a first delivery",
        body: "Open any order in WooCommerce and choose Update, or place a test order. This page turns green when it arrives. On a quiet shop WooCommerce may take a few minutes.",
      },
    ],
    shopHelp: "For example kedai-aina.my. If you leave it empty, the first delivery names it.",
  },
  ms: {
    steps: [
      {
        title: "Buka webhook kedai anda",
        body: "Di admin WordPress, pergi ke WooCommerce → Settings → Advanced → Webhooks dan pilih Add webhook. Log masuk sebagai pentadbir yang akan kekal: WooCommerce membaca pesanan dengan hak orang itu.",
      },
      {
        title: "Isi webhook pertama",
        body: "Namakan OruCRM, tetapkan Status kepada Active dan Topic kepada Order created. Tampal alamat di bawah ke dalam Delivery URL dan kunci rahsia ke dalam Secret. Pilih WP REST API Integration v3, kemudian simpan.",
        picture: WEBHOOK,
      },
      {
        title: "Ulang untuk topik lain",
        body: "Tambah satu webhook bagi setiap topik, dengan alamat dan kunci rahsia yang sama: Order updated, Order deleted, Order restored, Customer created, Customer updated, Customer deleted, Product created, Product updated, Product deleted dan Product restored. Untuk bermula, pesanan sahaja sudah memadai. Jika anda menggunakan WooCommerce Subscriptions, tambah juga Subscription created, Subscription updated, Subscription switched, Subscription deleted dan Subscription restored.",
      },
      {
        title: "Hantar data pertama",
        body: "Buka mana-mana pesanan di WooCommerce dan pilih Update, atau buat satu pesanan ujian. Halaman ini bertukar hijau sebaik sahaja ia tiba. Bagi kedai yang kurang pelawat, WooCommerce mungkin mengambil beberapa minit.",
      },
    ],
    shopHelp: "Contohnya kedai-aina.my. Jika dibiarkan kosong, kiriman pertama akan menamakannya.",
  },
};

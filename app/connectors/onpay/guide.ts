import type { SetupGuide } from "../setup-guide";

const TOKEN = {
  place: ["Tetapan", "Sistem", "API & Webhook"],
  fields: [
    { label: "API & Webhook", text: "Aktif" },
    { label: "Token", text: "••••••••••••" },
  ],
} as const;
const FORM = {
  place: ["Borang", "Tetapan", "Webhook"],
  fields: [{ label: "Webhook URL", copy: "address" }],
  button: "Simpan",
} as const;

export const guide: SetupGuide = {
  en: {
    steps: [
      {
        title: "Switch on the API and webhooks",
        body: "In OnPay, go to Tetapan → Sistem → API & Webhook and activate it. OnPay then shows a token.",
        picture: TOKEN,
      },
      {
        title: "Paste the token here",
        body: "Copy the token into the field above. OnPay sends it along with every order, and that is how we know that an order is yours.",
      },
      {
        title: "Give the address to each order form",
        body: "Every form has a webhook address of its own. Open the settings of each form and paste the delivery URL above.",
        picture: FORM,
      },
      {
        title: "Send a first order",
        body: "Place a test order on one of the forms, or confirm one that is open. This page turns green when it arrives. OnPay tries again for about six hours when it gets no answer.",
      },
    ],
    shopHelp: "Your account’s address, for example kedai-aina.onpay.my.",
    secretHelp: "You find the token under Tetapan, Sistem, API & Webhook.",
  },
  ms: {
    steps: [
      {
        title: "Aktifkan API dan webhook",
        body: "Di OnPay, pergi ke Tetapan → Sistem → API & Webhook dan aktifkannya. OnPay kemudian menunjukkan satu token.",
        picture: TOKEN,
      },
      {
        title: "Tampal token di sini",
        body: "Salin token itu ke dalam ruang di atas. OnPay menghantarnya bersama setiap pesanan, dan dengan itulah kami tahu pesanan itu milik anda.",
      },
      {
        title: "Beri alamat kepada setiap borang pesanan",
        body: "Setiap borang mempunyai alamat webhook sendiri. Buka tetapan setiap borang dan tampal URL kiriman di atas.",
        picture: FORM,
      },
      {
        title: "Hantar pesanan pertama",
        body: "Buat satu pesanan ujian pada mana-mana borang, atau sahkan pesanan yang masih terbuka. Halaman ini bertukar hijau sebaik sahaja ia tiba. OnPay mencuba semula selama kira-kira enam jam jika tiada jawapan.",
      },
    ],
    shopHelp: "Alamat akaun anda, contohnya kedai-aina.onpay.my.",
    secretHelp: "Token itu ada di Tetapan, Sistem, API & Webhook.",
  },
};

import type { SetupGuide } from "../setup-guide";

const ACCOUNT = {
  place: ["Dashboard"],
  fields: [{ label: "User Secret Key", text: "••••••••-••••-••••" }],
} as const;
const BILL = {
  place: ["API", "createBill"],
  fields: [{ label: "billCallbackUrl", copy: "address" }],
} as const;

export const guide: SetupGuide = {
  en: {
    steps: [
      {
        title: "Copy your secret key",
        body: "In toyyibPay, the dashboard shows your User Secret Key. Paste it into the field above: callbacks are checked with it.",
        picture: ACCOUNT,
      },
      {
        title: "Send callbacks to the address",
        body: "Set the delivery URL above as billCallbackUrl where your bills are made: in the plugin of your shop, or in your own program.",
        picture: BILL,
      },
      {
        title: "Know what toyyibPay leaves out",
        body: "Its callback names the order and the amount, and not the buyer. The payment appears among the orders without a customer.",
      },
      {
        title: "Let a first bill be paid",
        body: "Pay a small bill. This page turns green when its callback arrives.",
      },
    ],
    secretHelp: "The User Secret Key on the dashboard of toyyibPay.",
  },
  ms: {
    steps: [
      {
        title: "Salin kunci rahsia anda",
        body: "Di toyyibPay, papan pemuka menunjukkan User Secret Key anda. Tampal ke dalam ruang di atas: callback disemak dengannya.",
        picture: ACCOUNT,
      },
      {
        title: "Hantar callback ke alamat ini",
        body: "Tetapkan URL kiriman di atas sebagai billCallbackUrl di tempat bil anda dibuat: plugin kedai atau program anda sendiri.",
        picture: BILL,
      },
      {
        title: "Ketahui apa yang tidak disebut oleh toyyibPay",
        body: "Callback menyebut pesanan dan jumlahnya, tetapi bukan pembelinya. Bayaran itu muncul antara pesanan tanpa pelanggan.",
      },
      {
        title: "Biarkan bil pertama dibayar",
        body: "Bayar satu bil kecil. Halaman ini bertukar hijau sebaik sahaja callback tiba.",
      },
    ],
    secretHelp: "User Secret Key di papan pemuka toyyibPay.",
  },
};

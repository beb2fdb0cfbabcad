import type { SetupGuide } from "../setup-guide";

const PROFILE = {
  place: ["Menu", "Settings", "Profile", "Shopping Cart Integration Link"],
  fields: [
    { label: "Secret Key", text: "••••••••" },
    { label: "Hash type preference", text: "SHA256" },
    { label: "Callback URL", copy: "address" },
  ],
  button: "Save",
} as const;

export const guide: SetupGuide = {
  en: {
    steps: [
      {
        title: "Open the integration of your account",
        body: "In senangPay, go to Menu → Settings → Profile, Shopping Cart Integration Link. Choose SHA256 as the hash type.",
        picture: PROFILE,
      },
      {
        title: "Copy the secret key, paste the address",
        body: "Copy the secret key into the field above, and the delivery URL above into Callback URL.",
      },
      {
        title: "Know what senangPay leaves out",
        body: "Its callback names the order, and neither amount nor buyer. Such a payment appears with an amount of nothing; a shop that is connected beside it tells the rest.",
      },
      {
        title: "Let a first payment come in",
        body: "Pay a small amount. This page turns green when its callback arrives.",
      },
    ],
    secretHelp: "The secret key under Settings, Profile, Shopping Cart Integration Link.",
  },
  ms: {
    steps: [
      {
        title: "Buka integrasi akaun anda",
        body: "Di senangPay, pergi ke Menu → Settings → Profile, Shopping Cart Integration Link. Pilih SHA256 sebagai jenis hash.",
        picture: PROFILE,
      },
      {
        title: "Salin kunci rahsia, tampal alamat",
        body: "Salin kunci rahsia ke dalam ruang di atas, dan URL kiriman di atas ke dalam Callback URL.",
      },
      {
        title: "Ketahui apa yang tidak disebut oleh senangPay",
        body: "Callback menyebut pesanan, tetapi bukan jumlah atau pembelinya. Bayaran sebegini muncul tanpa jumlah; kedai yang disambungkan di sampingnya memberitahu selebihnya.",
      },
      {
        title: "Biarkan bayaran pertama masuk",
        body: "Bayar satu jumlah kecil. Halaman ini bertukar hijau sebaik sahaja callback tiba.",
      },
    ],
    secretHelp: "Kunci rahsia di Settings, Profile, Shopping Cart Integration Link.",
  },
};

import type { SetupGuide } from "../setup-guide";

const PORTAL = {
  place: ["Developer", "API"],
  fields: [
    { label: "API Secret Key", text: "••••••••" },
    { label: "Callback URL", copy: "address" },
  ],
  button: "Save",
} as const;

export const guide: SetupGuide = {
  en: {
    steps: [
      {
        title: "Copy the API secret key",
        body: "In the Bayarcash console, open the API settings and copy the API secret key into the field above: callbacks carry a checksum that is made with it.",
        picture: PORTAL,
      },
      {
        title: "Send callbacks to the address",
        body: "Set the delivery URL above as callback URL of your portal, or where your program makes its payments.",
      },
      {
        title: "Let a first payment come in",
        body: "Pay a small amount. This page turns green when its callback arrives. Bayarcash tries five times, five minutes apart.",
      },
    ],
    secretHelp: "The API secret key in the settings of the Bayarcash console.",
  },
  ms: {
    steps: [
      {
        title: "Salin kunci rahsia API",
        body: "Di konsol Bayarcash, buka tetapan API dan salin kunci rahsia API ke dalam ruang di atas: callback membawa checksum yang dibuat dengannya.",
        picture: PORTAL,
      },
      {
        title: "Hantar callback ke alamat ini",
        body: "Tetapkan URL kiriman di atas sebagai URL callback portal anda, atau di tempat program anda membuat bayaran.",
      },
      {
        title: "Biarkan bayaran pertama masuk",
        body: "Bayar satu jumlah kecil. Halaman ini bertukar hijau sebaik sahaja callback tiba. Bayarcash mencuba lima kali, selang lima minit.",
      },
    ],
    secretHelp: "Kunci rahsia API dalam tetapan konsol Bayarcash.",
  },
};

import type { SetupGuide } from "../setup-guide";

const SETTINGS = {
  place: ["Settings", "Account Settings"],
  fields: [
    { label: "XSignature Key", text: "S-••••••••" },
    { label: "Enable XSignature Payment Completion", text: "On" },
  ],
  button: "Save",
} as const;
const COLLECTION = {
  place: ["API", "Bill"],
  fields: [{ label: "callback_url", copy: "address" }],
} as const;

export const guide: SetupGuide = {
  en: {
    steps: [
      {
        title: "Copy the X Signature key",
        body: "In Billplz, go to Settings → Account Settings, switch X Signature on for payment completion and copy the key. Paste it into the field above.",
        picture: SETTINGS,
      },
      {
        title: "Send callbacks to the address",
        body: "Set the delivery URL above as callback_url where your bills are made: in the plugin of your shop, your payment form or your own program.",
        picture: COLLECTION,
      },
      {
        title: "Let a first bill be paid",
        body: "Pay a small bill, or one in the sandbox. This page turns green when its callback arrives. Billplz tries again for about a day when it gets no answer.",
      },
    ],
    secretHelp: "The X Signature key under Settings, Account Settings. It begins with S-.",
  },
  ms: {
    steps: [
      {
        title: "Salin kunci X Signature",
        body: "Di Billplz, pergi ke Settings → Account Settings, hidupkan X Signature untuk bayaran selesai dan salin kuncinya. Tampal ke dalam ruang di atas.",
        picture: SETTINGS,
      },
      {
        title: "Hantar callback ke alamat ini",
        body: "Tetapkan URL kiriman di atas sebagai callback_url di tempat bil anda dibuat: plugin kedai, borang bayaran atau program anda sendiri.",
        picture: COLLECTION,
      },
      {
        title: "Biarkan bil pertama dibayar",
        body: "Bayar satu bil kecil, atau satu bil di sandbox. Halaman ini bertukar hijau sebaik sahaja callback tiba. Billplz mencuba semula selama kira-kira sehari jika tiada jawapan.",
      },
    ],
    secretHelp: "Kunci X Signature di Settings, Account Settings. Ia bermula dengan S-.",
  },
};

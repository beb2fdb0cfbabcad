import type { SetupGuide } from "../setup-guide";

const FORM = {
  place: ["Forms", "Settings", "Webhook"],
  fields: [
    { label: "Webhook", text: "Enabled" },
    { label: "URL", copy: "address" },
    { label: "Events", text: "form-submit, payment-success, payment-failed" },
  ],
  button: "Save",
} as const;

export const guide: SetupGuide = {
  en: {
    steps: [
      {
        title: "Open the webhook of a form",
        body: "In BCL, open the settings of a form and switch its webhook on. Each form has its own.",
      },
      {
        title: "Paste the address",
        body: "Paste the delivery URL above and choose the events for forms that are sent in and for payments. Do the same for every form.",
        picture: FORM,
      },
      {
        title: "Bring the secret, if there is one",
        body: "If BCL shows you a secret, paste it above. From then on, only signed deliveries are taken. Without one, the address alone proves them: keep it to yourself.",
      },
      {
        title: "Send a first form",
        body: "Fill in one of your forms. This page turns green when it arrives.",
      },
    ],
    secretHelp: "Only if BCL shows one beside the webhook. Leave it empty otherwise.",
  },
  ms: {
    steps: [
      {
        title: "Buka webhook satu borang",
        body: "Di BCL, buka tetapan satu borang dan hidupkan webhooknya. Setiap borang mempunyai webhook sendiri.",
      },
      {
        title: "Tampal alamat",
        body: "Tampal URL kiriman di atas dan pilih peristiwa untuk borang yang dihantar dan untuk bayaran. Buat begitu untuk setiap borang.",
        picture: FORM,
      },
      {
        title: "Bawa kunci rahsia, jika ada",
        body: "Jika BCL menunjukkan kunci rahsia, tampal di atas. Mulai saat itu hanya kiriman bertandatangan diterima. Tanpanya, hanya alamat itu yang membuktikan kiriman: jangan kongsikannya.",
      },
      {
        title: "Hantar borang pertama",
        body: "Isi salah satu borang anda. Halaman ini bertukar hijau sebaik sahaja ia tiba.",
      },
    ],
    secretHelp: "Hanya jika BCL menunjukkannya di sebelah webhook. Jika tiada, biarkan kosong.",
  },
};

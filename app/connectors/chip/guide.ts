import type { SetupGuide } from "../setup-guide";

const WEBHOOK = {
  place: ["Developers", "Webhooks"],
  fields: [
    { label: "Title", text: "OruCRM" },
    { label: "Callback URL", copy: "address" },
    { label: "Events", text: "purchase.paid, payment.refunded, …" },
  ],
  button: "Create",
} as const;

export const guide: SetupGuide = {
  en: {
    steps: [
      {
        title: "Create a webhook",
        body: "In the CHIP portal, go to Developers → Webhooks and create one with the delivery URL above. Choose the events of purchases, and Payment refunded.",
        picture: WEBHOOK,
      },
      {
        title: "Paste its public key",
        body: "Open the webhook that you have made: it shows a public key. Copy all of it, from BEGIN to END, into the field above. Every webhook has a key of its own.",
      },
      {
        title: "Let a first purchase be paid",
        body: "Pay a test purchase. It arrives here marked as a test and counts in no report. CHIP tries again for 36 hours when it gets no answer.",
      },
    ],
    secretHelp: "The public key that the webhook shows, from BEGIN PUBLIC KEY to END PUBLIC KEY.",
  },
  ms: {
    steps: [
      {
        title: "Cipta satu webhook",
        body: "Di portal CHIP, pergi ke Developers → Webhooks dan cipta satu dengan URL kiriman di atas. Pilih peristiwa purchase, dan Payment refunded.",
        picture: WEBHOOK,
      },
      {
        title: "Tampal kunci awamnya",
        body: "Buka webhook yang baru dicipta: ia menunjukkan satu kunci awam. Salin kesemuanya, dari BEGIN hingga END, ke dalam ruang di atas. Setiap webhook mempunyai kuncinya sendiri.",
      },
      {
        title: "Biarkan pembelian pertama dibayar",
        body: "Bayar satu pembelian ujian. Ia tiba di sini bertanda ujian dan tidak dikira dalam mana-mana laporan. CHIP mencuba semula selama 36 jam jika tiada jawapan.",
      },
    ],
    secretHelp: "Kunci awam yang ditunjukkan oleh webhook, dari BEGIN PUBLIC KEY hingga END PUBLIC KEY.",
  },
};

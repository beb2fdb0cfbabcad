import type { SetupGuide } from "../setup-guide";

const WEBHOOK = {
  place: ["Settings", "Webhook"],
  fields: [
    { label: "Webhook URL", copy: "address" },
    { label: "Token", copy: "secret" },
  ],
  button: "Save",
} as const;

export const guide: SetupGuide = {
  en: {
    steps: [
      {
        title: "Paste the address and the token",
        body: "TheBoss publishes no description of its webhooks, so its menus may be called otherwise than here. Paste the delivery URL, and the secret as the token of a header. If TheBoss offers no token, choose the secret address above instead.",
        picture: WEBHOOK,
      },
      {
        title: "Send a first order",
        body: "Place a test order. If its fields have names that leave no doubt, it is applied at once.",
      },
      {
        title: "Check what the fields mean",
        body: "Open “What the fields mean”. What we read from the names is chosen already: put right what is wrong and save. Until then, what could not be read waits and is not lost.",
      },
    ],
    secretHelp: "Leave it empty, and we make one. Paste the token that TheBoss shows you if it has one.",
  },
  ms: {
    steps: [
      {
        title: "Tampal alamat dan token",
        body: "TheBoss tidak menerbitkan keterangan tentang webhooknya, jadi nama menunya mungkin berlainan daripada di sini. Tampal URL kiriman, dan kunci rahsia sebagai token pengepala. Jika TheBoss tiada token, pilih alamat rahsia di atas.",
        picture: WEBHOOK,
      },
      {
        title: "Hantar pesanan pertama",
        body: "Buat satu pesanan ujian. Jika nama medannya cukup jelas, ia terus diproses.",
      },
      {
        title: "Semak maksud medannya",
        body: "Buka “Maksud medan”. Apa yang kami baca daripada nama medan sudah dipilih: betulkan yang salah dan simpan. Sementara itu, apa yang tidak dapat dibaca menunggu dan tidak hilang.",
      },
    ],
    secretHelp: "Biarkan kosong, dan kami buatkan. Tampal token yang ditunjukkan TheBoss jika ada.",
  },
};

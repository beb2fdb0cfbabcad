import type { SetupGuide } from "../setup-guide";

const WEBHOOK = {
  place: ["Settings", "Webhooks"],
  fields: [
    { label: "URL", copy: "address" },
    { label: "Secret", copy: "secret" },
  ],
  button: "Save",
} as const;

export const guide: SetupGuide = {
  en: {
    steps: [
      {
        title: "Paste the address",
        body: "In the system that holds your orders, find where it sends webhooks, and paste the delivery URL above. Any method of proof that it has will do: choose it above.",
        picture: WEBHOOK,
      },
      {
        title: "Send a first order",
        body: "Place a test order, or use the system’s own test. It is kept, and waits until you say what its fields mean.",
      },
      {
        title: "Point at the fields",
        body: "Open “What the fields mean”, click a value of the captured delivery and choose what it is. Below you see at once what would be written.",
      },
      {
        title: "Save, and apply what has waited",
        body: "When you save, everything that has arrived so far can be applied. Nothing is lost meanwhile.",
      },
    ],
    secretHelp: "Leave it empty, and we make one. Paste the system’s own if it makes its secrets itself.",
  },
  ms: {
    steps: [
      {
        title: "Tampal alamat",
        body: "Dalam sistem yang menyimpan pesanan anda, cari tempat ia menghantar webhook, dan tampal URL kiriman di atas. Mana-mana cara pembuktian yang ada padanya boleh dipakai: pilih di atas.",
        picture: WEBHOOK,
      },
      {
        title: "Hantar pesanan pertama",
        body: "Buat satu pesanan ujian, atau guna ujian sistem itu sendiri. Ia disimpan, dan menunggu sehingga anda menyatakan maksud medannya.",
      },
      {
        title: "Tunjuk medannya",
        body: "Buka “Maksud medan”, klik satu nilai dalam kiriman yang ditangkap dan pilih maksudnya. Di bawah, anda terus nampak apa yang akan ditulis.",
      },
      {
        title: "Simpan, dan proses yang menunggu",
        body: "Apabila anda menyimpan, semua yang sudah sampai boleh diproses. Tiada yang hilang sementara itu.",
      },
    ],
    secretHelp: "Biarkan kosong, dan kami buatkan. Tampal kunci sistem itu jika ia membuat kuncinya sendiri.",
  },
};

import type { duplicates as english } from "../en/duplicates";

export const duplicates: typeof english = {
  title: "Kemungkinan pendua",
  open: "Perlu diputuskan",
  later: "Kemudian",
  intro:
    "Pasangan pelanggan yang nampak seperti orang yang sama. Tiada apa-apa digabungkan sebelum anda putuskan.",
  reason: {
    same_phone: "Telefon sama",
    same_email: "E-mel sama, ditulis lain",
    same_name: "Nama sama",
    similar_name: "Nama hampir sama",
    same_address: "Alamat sama",
    same_postcode: "Poskod sama",
    same_company: "Syarikat sama",
  },
  strength: { strong: "Sangat mungkin", likely: "Berkemungkinan", possible: "Mungkin" },
  empty: {
    title: "Tiada kemungkinan pendua",
    body: "Pelanggan baharu dan yang berubah dibandingkan di latar belakang, beberapa minit selepas diterima.",
    laterTitle: "Tiada yang ditangguhkan",
    laterBody: "Pasangan yang anda putuskan kemudian menunggu di sini.",
  },
  columns: { customers: "Pelanggan", reasons: "Sebab", strength: "Kemungkinan" },
  merge: {
    title: "Gabungkan dua pelanggan",
    intro:
      "Pelanggan yang kekal menyimpan halamannya. Pesanan, nota dan tag kedua-duanya disatukan. Anda boleh memisahkannya semula.",
    survivor: "Kekal",
    absorbed: "Digabungkan ke dalamnya",
    swap: "Tukar tempat",
    nothing: "Tiada",
    orders_one: "{{count}} pesanan",
    orders_other: "{{count}} pesanan",
    since: "Pelanggan sejak",
    tags: "Tag",
    notes: "Nota",
    confirm: "Gabungkan",
  },
  find: {
    title: "Siapakah orang yang sama?",
    lead: "Selepas ini anda melihat kedua-duanya sebelah-menyebelah; belum ada yang digabungkan.",
    label: "Pelanggan yang satu lagi",
    help: "Sebahagian nama, telefon, e-mel atau nombor pesanan.",
    nobody: "Tiada orang lain yang sepadan. Cuba telefon atau e-mel.",
    found_one: "{{count, number}} pelanggan ditemui.",
    found_other: "{{count, number}} pelanggan ditemui.",
  },
  fields: { name: "Nama", email: "E-mel", phone: "Telefon", company: "Syarikat", address: "Alamat" },
  notSame: "Bukan orang yang sama",
  decideLater: "Putuskan kemudian",
  ledger: {
    title: "Pelanggan yang digabungkan",
    merged: "Digabungkan oleh {{name}}",
    mergedByGone: "Digabungkan oleh bekas ahli",
    split: "Pisahkan semula",
    splitTitle: "Pisahkan dua pelanggan ini semula?",
    splitBody:
      "Kedua-duanya kembali seperti sebelum digabungkan. Apa yang tiba selepas itu pergi kepada pemiliknya mengikut bukti; apa yang diubah dengan tangan selepas itu kekal pada pelanggan ini.",
    splitDone: "Dipisahkan. Kedua-dua pelanggan sudah kembali.",
  },
  refused: {
    gone: "Salah seorang berada dalam tong sampah atau sudah digabungkan. Muat semula halaman untuk melihat keadaan terkini.",
    sample: "Pelanggan contoh tidak boleh digabungkan dengan pelanggan sebenar. Pilih dua yang sejenis.",
    nothingKnown:
      "Salah seorang tiada e-mel, telefon atau akaun untuk dijadikan pegangan. Tambah e-mel atau telefon dahulu.",
    laterFirst: "Ada gabungan lain selepas yang ini. Pisahkan yang itu dahulu.",
    forgotten: "Apa yang menyatukan kedua-duanya telah dipadamkan, jadi tiada apa-apa untuk dipisahkan.",
  },
};

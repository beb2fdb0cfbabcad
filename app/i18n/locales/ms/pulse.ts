export const pulse = {
  usual: "Pada hari biasa",
  learning: "Masih belajar",
  learningHint:
    "Selepas dua minggu dan 20 kiriman, kami mengenali rentak kedai ini dan memberi amaran jika ia senyap luar biasa.",
  errorRate: "Tidak diproses",
  lag: "Dari kedai ke sini",
  longest: "paling lama",
  span: { seconds: "{{amount}} s", minutes: "{{amount}} min", hours: "{{amount}} jam" },
  perDay: "{{amount}} pada hari biasa",
  silence: {
    title: "Senyap sejak {{time}}",
    odds: "Mengikut rentak kedai ini sendiri, hanya satu dalam {{oneIn}} kesenyapan berlanjutan selama ini secara kebetulan: sekali dalam {{weeks}} minggu.",
    register: "Daftarkan semula webhook",
    webhooks: {
      not_asked:
        "Semak di kedai sama ada webhooknya masih dihidupkan dan dihantar ke alamat di bawah, kemudian hantar ujian dari sana.",
      no_answer:
        "Kami bertanya kepada kedai tentang webhooknya tetapi tiada jawapan. Semak sama ada kedai itu boleh dicapai.",
      registered:
        "Kedai memberitahu bahawa webhooknya dihidupkan. Buat satu pesanan ujian: jika ia tidak sampai ke sini, lihat log webhook di kedai itu.",
      missing: "Kedai memberitahu bahawa sebahagian webhooknya sudah tiada.",
      switched_off: "Kedai memberitahu bahawa webhooknya telah dimatikan.",
    },
  },
};

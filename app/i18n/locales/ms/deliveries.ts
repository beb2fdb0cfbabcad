/** Sebab satu kiriman berakhir begitu, dan apa yang perlu dibuat. */
export const deliveries = {
  next: "Apa yang perlu dibuat",
  nothing: "Tiada apa yang perlu dibuat.",
  reasons: {
    seen_before: {
      what: "Kiriman yang sama sudah sampai sebelum ini.",
      next: "Tiada apa yang perlu dibuat: kedai menghantar semula apabila jawapan lambat.",
    },
    older_state: {
      what: "Maklumat lebih baharu tentang rekod yang sama sudah sampai dahulu.",
      next: "Tiada apa yang perlu dibuat: maklumat yang lebih baharu kekal.",
    },
    nothing_to_apply: {
      what: "Ia difahami, dan tiada apa di dalamnya untuk disimpan.",
      next: "Tiada apa yang perlu dibuat.",
    },
    topic_not_used: {
      what: "OruCRM tidak menggunakan topik ini.",
      next: "Anda boleh membuang topik ini di kedai; membiarkannya pun tidak mengapa.",
    },
    test_without_record: {
      what: "Ujian daripada platform, tanpa pesanan di dalamnya.",
      next: "Tiada apa perlu dibuat: alamat itu berfungsi. Pesanan sebenar akan menyusul.",
    },
    state_follows_in_update: {
      what: "Kedai menghantar rekod itu sendiri dalam kiriman lain.",
      next: "Tiada apa yang perlu dibuat.",
    },
    no_money_refunded: {
      what: "Bayaran balik tanpa wang: tiada apa yang dipulangkan.",
      next: "Tiada apa yang perlu dibuat.",
    },
    consent_not_disclosed: {
      what: "Kedai tidak menyatakan apa yang pelanggan setuju.",
      next: "Tiada apa yang perlu dibuat: maklumat sebelum ini kekal.",
    },
    unknown_topic: {
      what: "Kedai menghantar topik yang OruCRM tidak kenal.",
      next: "Semak topik webhook di kedai. Jika anda memerlukannya, tulis kepada kami dengan ID kiriman ini.",
    },
    unmappable_body: {
      what: "Kiriman ini tidak mengandungi apa yang dijanjikan oleh topiknya.",
      next: "Lihat butiran untuk medan yang terlibat. Mungkin pemalam mengubah apa yang dihantar kedai. Betulkan di sana, kemudian proses semula.",
    },
    needs_mapping: {
      what: "Belum ada sesiapa menyatakan maksud medan kiriman ini.",
      next: "Buka sambungan itu, nyatakan maksud medannya, kemudian proses semula. Sementara itu tiada yang hilang.",
    },
    unknown_status: {
      what: "Pesanan ini mempunyai status yang belum bermaksud apa-apa.",
      next: "Buka medan sambungan itu, beri maksud kepada perkataannya, kemudian proses semula.",
    },
    webhook_user_lost_rights: {
      what: "Pengguna WordPress bagi webhook ini tidak lagi boleh membaca pesanan.",
      next: "Di WooCommerce, simpan semula webhook sebagai pentadbir, kemudian simpan pesanan itu sekali lagi.",
    },
    shop_sent_error: {
      what: "Kedai menghantar mesej ralat dan bukan rekodnya.",
      next: "Baca mesej di bawah, betulkan di kedai, kemudian simpan pesanan itu sekali lagi di sana.",
    },
    not_json: {
      what: "Kiriman ini bukan JSON.",
      next: "Di kedai, tetapkan format webhook kepada JSON.",
    },
    not_utf8: {
      what: "Kiriman ini bukan teks UTF-8.",
      next: "Satu pemalam di kedai menghantar teks dalam pengekodan lain. Matikan atau tetapkan kepada UTF-8.",
    },
    too_deep: {
      what: "Struktur kiriman ini lebih dalam daripada mana-mana pesanan.",
      next: "Satu pemalam menambah data pada pesanan. Keluarkan data itu daripada webhook.",
    },
    body_missing: {
      what: "Kandungan yang dihantar kedai tidak lagi disimpan.",
      next: "Simpan rekod itu sekali lagi di kedai supaya ia dihantar semula.",
    },
    could_not_apply: {
      what: "Ia difahami, tetapi tidak dapat ditulis ke dalam data anda.",
      next: "Proses semula. Jika gagal lagi, tulis kepada kami dengan ID kiriman ini.",
    },
  },
};

export const imports = {
  errors: {
    fileGone: "Baris fail ini tidak disimpan lagi. Import fail itu semula.",
    isComplete: "Fail ini sudah sampai. Muat semula halaman dan teruskan dari situ.",
    isUnderWay:
      "Import ini sedang berjalan atau sudah tamat. Muat semula halaman untuk melihat kedudukannya.",
    partUnreadable: "Sebahagian fail tidak dapat dibaca. Muat semula halaman dan pilih fail itu sekali lagi.",
    partDamaged:
      "Sebahagian fail rosak dalam perjalanan. Ia dihantar semula; jika berterusan, semak sambungan anda.",
    partsMissing:
      "Ada bahagian fail yang belum sampai. Muat semula halaman dan pilih fail yang sama untuk meneruskan.",
    notNow: "Import ini bukan pada langkah itu. Muat semula halaman untuk melihat kedudukannya.",
    notMatched: "Padankan lajur dahulu.",
    settingsUnknown: "Lajur sudah berubah. Muat semula halaman dan padankan sekali lagi.",
    matchedTwice: "Dua lajur dipadankan dengan medan yang sama. Tinggalkan salah satu.",
    keyMissing: "Padankan satu lajur dengan pengenal rekod, atau pilih pengenal lain.",
    fieldsMissing:
      "Rekod baharu perlukan lebih banyak lajur: pesanan perlu tarikh dan jumlah, produk perlu nama. Padankan lajur itu, atau pilih kemas kini sahaja.",
    consentSource:
      "Nyatakan di mana dan dengan kata-kata apa orang bersetuju, atau tinggalkan lajur persetujuan.",
    fieldGone: "Satu medan tersuai import ini sudah dibuang atau diarkibkan. Padankan lajur semula.",
    shopGone: "Kedai import ini sudah dibuang. Pilih kedai lain.",
    tooMany: "{{most}} import sudah dimulakan hari ini, had paling banyak. Teruskan esok.",
  },
};

import { importScreens } from "./import-screens";

export const imports = {
  ...importScreens,
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
      "Rekod baharu perlukan lebih banyak lajur: pesanan perlu tarikh dan jumlah (jumlahnya sendiri atau jumlah barangnya), produk perlu nama. Padankan lajur itu, atau pilih kemas kini sahaja.",
    consentSource:
      "Nyatakan di mana dan dengan kata-kata apa orang bersetuju, atau tinggalkan lajur persetujuan.",
    fieldGone: "Satu medan tersuai import ini sudah dibuang atau diarkibkan. Padankan lajur semula.",
    shopGone: "Kedai import ini sudah dibuang. Pilih kedai lain.",
    tooMany: "{{most}} import sudah dimulakan hari ini, had paling banyak. Teruskan esok.",
  },
  rejected: {
    title: "Baris ditolak",
    row: "Baris",
    column: "Lajur",
    found: "Dijumpai",
    expected: "Dijangka",
    fix: "Cara membetulkan",
  },
  problems: {
    cellError: {
      expected: "Satu nilai",
      fix: "Hamparan tidak dapat mengira sel ini. Betulkan formulanya, atau tulis nilainya.",
    },
    keyMissing: {
      expected: "Nilai yang mengenal pasti rekod",
      fix: "Isi sel ini, atau pilih pengenal lain untuk seluruh fail.",
    },
    email: {
      expected: "Alamat e-mel seperti nama@contoh.my",
      fix: "Betulkan alamat itu, atau kosongkan sel.",
    },
    phone: {
      expected: "Nombor telefon seperti 012-345 6789 atau +60 12-345 6789",
      fix: "Betulkan nombor itu, atau kosongkan sel. Nombor negara lain bermula dengan + dan kod panggilan.",
    },
    phoneRounded: {
      expected: "Nombor telefon dengan semua digitnya",
      fix: "Hamparan telah membundarkan nombor ini. Tetapkan lajur sebagai teks, masukkan semula nombor itu dan simpan.",
    },
    country: { expected: "Nama negara atau kod dua huruf, seperti MY", fix: "Tulis kod dua huruf." },
    tooLong: { expected: "Paling banyak {{most}} aksara", fix: "Pendekkan teks itu." },
    tooManyTags: {
      expected: "Paling banyak {{most}} tag, dipisahkan koma",
      fix: "Tinggalkan sebahagian tag.",
    },
    noRoomForTags: {
      expected: "Paling banyak {{most}} tag dalam organisasi",
      fix: "Baris ini diambil tanpa tag tersebut. Padamkan atau gabungkan beberapa tag, kemudian import semula.",
    },
    tagTooLong: {
      expected: "Tag paling panjang {{most}} aksara, dipisahkan koma",
      fix: "Pendekkan tag itu, atau letakkan koma antara dua tag.",
    },
    notYesNo: { expected: "Ya atau tidak", fix: "Tulis ya atau tidak, atau kosongkan sel." },
    consentAddress: {
      expected: "Alamat saluran yang sah pada baris yang sama",
      fix: "Isi e-mel atau telefon yang dipersetujui.",
    },
    erased: {
      expected: "Seseorang yang tidak meminta datanya dipadam",
      fix: "Data orang ini dipadam atas permintaannya. Tinggalkan baris ini; pesanan baharu akan membawanya kembali.",
    },
    taken: {
      expected: "Nilai yang tiada pada pelanggan lain",
      fix: "Pelanggan lain mempunyai nilai medan unik ini, mungkin yang di dalam tong sampah. Betulkan di sini atau di sana.",
    },
    required: { expected: "Satu nilai", fix: "Isi sel ini." },
    fieldRequired: {
      expected: "Nilai untuk “{{name}}”",
      fix: "Pelanggan baharu memerlukannya. Isi nilainya, padankan satu lajur dengan medan ini, atau beri nilai lalai dalam Tetapan.",
    },
    orderNumberMissing: {
      expected: "Nombor pesanan, atau barang sahaja bagi pesanan di atas",
      fix: "Isi nombornya. Jika baris ini satu lagi barang bagi pesanan di atas, kosongkan juga sel pesanan yang lain.",
    },
    tooLongUnique: { expected: "Teks yang lebih pendek", fix: "Pendekkan teks kepada 200 aksara." },
    notNumber: {
      expected: "Nombor",
      fix: "Tulis digit sahaja, dengan tanda perpuluhan yang dipilih untuk fail.",
    },
    notMoney: {
      expected: "Amaun seperti 12.50",
      fix: "Tulis amaun sebagai nombor, dengan tanda perpuluhan yang dipilih untuk fail.",
    },
    noCurrency: {
      expected: "Amaun dengan mata wangnya",
      fix: "Tulis kod mata wang di hadapan, contohnya MYR 12.50.",
    },
    notDate: {
      expected: "Tarikh dalam susunan yang dipilih untuk fail",
      fix: "Betulkan tarikh itu, atau pilih susunan hari dan bulan yang lain.",
    },
    notOption: {
      expected: "Salah satu pilihan medan ini",
      fix: "Tulis pilihan seperti ejaannya dalam Tetapan, atau tambah di sana.",
    },
    notUrl: {
      expected: "Alamat web seperti https://kedai.my",
      fix: "Betulkan alamat itu, atau kosongkan sel.",
    },
    notCurrency: { expected: "Kod mata wang tiga huruf, seperti MYR", fix: "Tulis kod tiga huruf." },
    notStatus: { expected: "Status yang kami kenal: {{known}}", fix: "Tulis salah satu daripadanya." },
    missing: { expected: "Satu nilai", fix: "Rekod baharu memerlukannya. Isi sel ini." },
    shopTold: {
      expected: "Rekod yang tidak dimaklumkan oleh kedai sendiri",
      fix: "Maklumat daripada kedainya, atau yang dimasukkan oleh orang, dikekalkan. Betulkan di halamannya sendiri.",
    },
    otherCurrency: {
      expected: "Amaun dalam {{currency}}, seperti amaun lain dalam baris itu",
      fix: "Tulis semua amaun baris itu dalam satu mata wang.",
    },
    negative: {
      expected: "Amaun yang tidak kurang daripada sifar",
      fix: "Tulis amaun tanpa tanda tolak, atau kosongkan sel.",
    },
    orderDiffers: {
      expected: "Nilai yang sama dalam semua baris satu pesanan",
      fix: "Samakan baris-baris pesanan ini.",
    },
    tooManyItems: {
      expected: "Paling banyak {{most}} item dalam satu pesanan",
      fix: "Pecahkan pesanan itu.",
    },
  },
};

export const errors = {
  badRequest: "Permintaan ini tidak dapat difahami. Kembali dan cuba lagi.",
  confirmFirst: "Sebelum itu, sahkan bahawa ini memang anda. Kemudian ulang apa yang anda buat tadi.",
  conflict:
    "Ada orang lain mengubah rekod ini semasa anda bekerja. Muat semula halaman, kemudian ulang perubahan anda.",
  databaseUnavailable:
    "Pangkalan data tidak menjawab sekarang. Pesanan masih diterima dan tiada apa yang hilang. Cuba lagi sebentar.",
  forbidden:
    "Peranan anda tidak membenarkan tindakan ini. Minta bantuan Pentadbir organisasi jika anda memerlukannya.",
  badPage: "Halaman senarai ini sudah tiada. Kembali ke permulaan senarai.",
  tooSlow: "Bacaan ini mengambil masa terlalu lama. Kecilkan dengan satu syarat lagi, kemudian cuba semula.",
  badFilter: "Tapisan ini tidak dapat digunakan. Kosongkan dan bina semula.",
  viewGone: "Paparan ini sudah tiada, atau bukan milik anda.",
  invalid: "Ada yang belum betul dalam borang ini. Lihat bahagian yang ditandakan.",
  internal: "Ada masalah di pihak kami. Muat semula halaman; jika masih berlaku, hubungi kami.",
  internalNumbered:
    "Ada masalah di pihak kami. Cuba lagi; jika masih berlaku, hubungi kami dan nyatakan nombor di bawah.",
  network: "Sambungan terputus. Semak rangkaian anda dan cuba lagi.",
  notFound: "Halaman ini tidak wujud, atau anda tiada akses. Semak alamatnya, atau kembali ke senarai.",
  organizationClosing:
    "Organisasi ini sedang ditutup dan hanya boleh dibaca. Pentadbir boleh membukanya semula di Tetapan, Penutupan.",
  sessionEnded: "Sesi anda sudah tamat. Log masuk semula untuk menyambung kerja anda.",
  tooLarge: "Saiznya melebihi had kami. Hantar dalam bahagian yang lebih kecil.",
  tooMany: "Terlalu banyak percubaan. Tunggu {{minutes}} minit dan cuba lagi.",
  unavailable: "Ini tidak tersedia sekarang. Cuba lagi sebentar.",
  titles: {
    badRequest: "Permintaan ini tidak sampai dengan betul",
    forbidden: "Anda tiada akses ke sini",
    internal: "Halaman ini tidak dapat dipaparkan",
    notFound: "Tiada apa-apa di sini",
    offline: "Anda di luar talian",
    sessionEnded: "Sila log masuk semula",
    tooMany: "Terlalu banyak percubaan",
    unavailable: "Kami kembali sebentar lagi",
  },
  goToOrganizations: "Lihat organisasi anda",
  organizationNotFound:
    "Organisasi ini tiada dalam senarai anda. Jika anda pernah menjadi ahli, anda sudah keluar, atau Pentadbir telah menggantung atau mengeluarkan anda: tanya Pentadbir di sana.",
  goHome: "Ke halaman utama",
  goToDashboard: "Ke papan pemuka",
  logIn: "Log masuk",
  form: {
    required: "Sila isi ruangan ini.",
    invalid: "Bentuknya tidak kami fahami. Semak dan cuba lagi.",
    email: "Masukkan alamat e-mel, contohnya aina@kedai.my.",
    url: "Masukkan alamat penuh yang bermula dengan https://",
    number: "Masukkan nombor.",
    phone: "Masukkan nombor telefon, contohnya 012-345 6789.",
    choose: "Pilih satu daripada pilihan yang ada.",
    tooShort: "Gunakan sekurang-kurangnya {{min}} aksara.",
    tooLong: "Gunakan paling banyak {{max}} aksara.",
    tooSmall: "Masukkan {{min}} atau lebih.",
    tooBig: "Masukkan {{max}} atau kurang.",
    mustAgree: "Tandakan kotak ini untuk meneruskan.",
  },
  support: {
    tooManyOpen:
      "Banyak soalan organisasi anda masih terbuka. Tutup soalan yang sudah selesai, atau tunggu jawapan kami.",
  },
  accounts: {
    emailDiffers: "Ini bukan e-mel akaun ini. Taip tepat seperti yang ditunjukkan.",
    lastAdmin:
      "Orang lain akan ditinggalkan tanpa pemilik atau Admin di: {{organizations}}. Pindahkan pemilikan di sana, atau tutup organisasi itu dahulu.",
    logInFailed: "E-mel dan kata laluan tidak sepadan. Semak kedua-duanya dan cuba lagi.",
    emailNotVerified: "Sahkan e-mel anda dahulu. Pautan sudah kami hantar semula ke {{email}}.",
    linkExpired: "Pautan ini sudah tamat tempoh atau pernah digunakan. Minta pautan baharu.",
    currentPasswordWrong: "Ini bukan kata laluan anda sekarang.",
    passwordTooShort: "Gunakan sekurang-kurangnya {{min}} aksara.",
    passwordTooLong: "Gunakan paling banyak {{max}} aksara.",
    passwordCommon: "Kata laluan ini ada dalam senarai yang mula-mula dicuba penceroboh. Pilih yang lain.",
    passwordLikeEmail: "Pilih kata laluan yang tidak mengandungi e-mel atau nama anda.",
    mustBeAdult: "OruCRM hanya untuk mereka yang berumur 18 tahun ke atas.",
    mustAccept: "Terima dasar privasi untuk membuka akaun.",
    slugTaken: "Alamat ini sudah digunakan. Pilih yang lain.",
  },
  jobs: {
    failed:
      "Kerja ini terhenti selepas beberapa cubaan. Mulakan semula; jika terhenti lagi, tulis kepada kami.",
    rightsLost:
      "Orang yang memulakannya tidak lagi dibenarkan, jadi kerja ini dihentikan. Minta Admin memulakannya.",
    exportGone: "Eksport ini tidak disimpan lagi. Eksport disimpan selama 7 hari: mulakan yang baharu.",
    isOver: "Kerja ini sudah tamat. Muat semula halaman untuk melihat hasilnya.",
    isRunning: "Kerja ini sedang dijalankan. Anda boleh melihatnya di Aktiviti.",
    tooMany: "Kerja ini sudah dimulakan {{most}} kali hari ini, had paling banyak. Cuba lagi esok.",
    tooManyOpen:
      "Banyak kerja sebegini sedang menunggu. Tunggu sehingga ada yang selesai: lihat di Aktiviti.",
  },
  bulk: {
    gone: "Rekod ini sudah dipadam terus, atau tidak pernah wujud.",
    inTrash: "Rekod ini berada dalam tong sampah. Pulihkannya dahulu.",
    tagGone: "Tag ini sudah dipadam. Pilih yang lain.",
    expired: "Perubahan ini tidak boleh dibatalkan lagi: ia disimpan selama 30 hari, dan sekali sahaja.",
    stillRunning:
      "Perubahan ini masih dibuat. Hentikannya di Aktiviti, atau tunggu sehingga selesai, kemudian batalkannya.",
    fieldUnique: "Nilai medan ini tidak boleh sama antara dua pelanggan, jadi isikannya satu demi satu.",
    fieldRequired: "Medan ini tidak boleh kosong. Pilih nilai lain, atau ubah medan itu dalam tetapan.",
    fieldValue: "Nilai ini tidak sesuai untuk medan ini. Semak cara nilai lain ditulis, kemudian cuba lagi.",
    fieldGone: "Medan ini sudah diarkibkan atau dipadam. Pilih yang lain.",
  },
  factors: {
    codeWrong:
      "Kod ini tidak betul, atau pernah digunakan. Tunggu kod yang seterusnya, atau guna kod pemulihan.",
    passkeyWrong: "Kunci laluan ini tidak diterima. Cuba lagi, atau pilih cara lain.",
    firstCodeWrong: "Kod ini tidak betul. Masukkan kod yang dipaparkan aplikasi sekarang.",
    needed: "Sesiapa yang mewajibkan faktor kedua mesti mempunyainya. Tambah faktor anda dahulu.",
    noFactor: "Tambah aplikasi pengesah atau kunci laluan dahulu.",
    passkeyNotAdded:
      "Kunci laluan ini tidak dapat ditambah. Mungkin ia sudah ada; cuba lagi, atau guna peranti lain.",
    startOver: "Log masuk ini tidak sah lagi. Sila log masuk sekali lagi.",
    totpKnown: "Aplikasi pengesah sudah aktif. Matikan dahulu sebelum menyediakan yang lain.",
    totpNotWaiting: "Tiada apa yang menunggu kod di sini. Muat semula halaman dan mula semula.",
    passkeyTooLate: "Sudah lebih daripada lima minit. Cuba lagi.",
  },
  organizations: {
    nameDiffers: "Ini bukan namanya. Taip tepat seperti yang ditunjukkan.",
    timeZone: "Pilih zon waktu daripada senarai.",
    currency: "Pilih mata wang daripada senarai.",
  },
  members: {
    lastAdmin: "Ini Pentadbir yang terakhir. Jadikan orang lain Pentadbir dahulu.",
    owner: "Pemilik mesti kekal sebagai Pentadbir. Pindahkan pemilikan dahulu.",
    notOwner:
      "Hanya pemilik boleh memindahkan organisasi. Muat semula halaman untuk melihat siapa pemiliknya.",
    notAdmin: "Hanya Pentadbir lain boleh menjadi pemilik. Jadikan ahli ini Pentadbir dahulu.",
    own: "Anda tidak boleh melakukannya pada diri sendiri. Jika mahu pergi, keluar daripada organisasi.",
    already: "E-mel ini milik seorang ahli. Tukar peranannya sahaja.",
    suspended: "E-mel ini milik ahli yang digantung. Tamatkan penggantungannya sahaja.",
    invited: "E-mel ini sudah dijemput. Hantar semula jemputan itu.",
    full: "Sudah penuh: ahli dan jemputan bersama paling banyak 200, dan jemputan terbuka paling banyak 50. Keluarkan ahli atau tarik balik jemputan dahulu.",
    otherEmail: "Jemputan ini untuk e-mel lain. Log keluar, kemudian log masuk dengan e-mel itu.",
    accessSuspended:
      "Akses anda di sana sedang digantung. Minta Pentadbir organisasi itu menarik balik penggantungan; jemputan ini kekal terbuka sementara itu.",
    resentOften:
      "Jemputan ini sudah dihantar 5 kali. Tarik balik dan semak alamatnya sebelum menjemput semula.",
    tooManyOrganizations: "Anda memiliki 20 organisasi, had paling banyak. Tutup satu dahulu.",
  },
  connections: {
    disabled: "Sambungan ini dimatikan. Hidupkan semula untuk menerima kiriman.",
    wrongShop: "Ini bukan alamat kedai. Masukkan seperti dalam pelayar anda, contohnya kedai-aina.my.",
    alreadyConnected: "Kedai ini sudah disambungkan sebagai “{{name}}”.",
  },
  deliveries: {
    bodyGone:
      "Kandungan yang dihantar kedai tidak lagi disimpan, jadi kiriman ini tidak boleh diproses semula.",
    notRehearsed:
      "Permintaan untuk melupakan seluruh kedai tidak boleh diraptai. Jika diproses semula, semua orang yang dinyatakan kedai itu dipadam.",
    nothingToReplay:
      "Tiada apa di sini yang boleh diproses semula: kandungan yang dihantar kedai tidak lagi disimpan. Simpan rekod itu sekali lagi di kedai supaya ia dihantar semula.",
    replayRunning: "Kiriman ini sedang diproses semula.",
  },
};

export const shopAccess = {
  oneClick: {
    title: "Sambung dengan satu klik",
    woocommerce:
      "Beri kebenaran sekali sahaja di kedai anda. Kedai menyerahkan kunci API kepada kami, dan kami menyediakan semua webhook.",
    shopify:
      "Pasang aplikasi yang anda cipta untuk OruCRM di kedai anda. Selepas itu kami menyediakan semua webhook.",
    begin: "Sambung dengan {{platform}}",
    token:
      "Dengan token API akaun, kami dapat membawa masuk jualan lama dan menyemak setiap jualan yang diberitahu oleh webhook.",
    leaves: "Anda pergi ke kedai, beri kebenaran di sana, dan kembali ke sini.",
    manual: "Atau sediakan sendiri",
  },
  address: "Alamat kedai",
  addressHelp: "Seperti dalam pelayar semasa anda membukanya, contohnya www.kedai.my.",
  app: {
    title: "Cipta aplikasi di Shopify dahulu",
    steps:
      "Di Dev Dashboard Shopify, cipta satu aplikasi. Masukkan URL ubah hala dan skop di bawah, terbitkan versinya, kemudian salin ID klien dan rahsia klien ke sini.",
    redirectUrl: "URL ubah hala",
    scopes: "Skop",
    clientId: "ID klien",
    clientSecret: "Rahsia klien",
  },
  keys: {
    title: "Saya sudah ada kunci API",
    help: "Cipta di WooCommerce di bawah Settings → Advanced → REST API, dengan kebenaran “Read/Write”.",
    consumerKey: "Consumer key",
    consumerSecret: "Consumer secret",
    save: "Guna kunci ini",
  },
  token: {
    title: "Benarkan kami membaca jualan anda",
    token: "Token API",
    help: "Di OnPay di bawah Tetapan → Sistem → API & Webhook.",
    addressHelp: "Seperti dalam pelayar, contohnya kedai.onpay.my.",
    save: "Guna token ini",
  },
  card: {
    title: "Akses kepada kedai",
    account: "Kedai",
    since: "Sejak",
    used: "Kali terakhir digunakan",
    webhooks: "Webhook",
    never: "Belum pernah",
    state: {
      registered: "Semua aktif",
      missing: "Ada yang tiada",
      switched_off: "Ada yang dimatikan",
      unknown: "Belum didaftarkan",
    },
    check: "Tanya kedai",
    register: "Daftar semula",
    registerFirst: "Daftarkan webhook",
    drop: "Padam kunci",
    dropTitle: "Padam kunci kepada “{{account}}”?",
    dropConfirm:
      "Selepas itu kami tidak dapat menjaga webhook kedai atau mengambil apa-apa daripadanya. Kiriman diteruskan. Tarik balik kunci itu di kedai juga.",
  },
  broken: "Kedai tidak lagi membenarkan kami masuk",
  webhooksOff:
    "Kedai tidak lagi menghantar semuanya: seseorang atau kedai sendiri mematikan atau memadam webhook. Daftarkan semula.",
  finish: {
    title: "Menyelesaikan sambungan",
    waiting: "Webhook sedang disediakan di kedai anda. Ini mengambil beberapa saat.",
    nothing: "Tiada apa yang kembali daripada kedai. Mulakan dari halaman sambungan.",
    button: "Selesaikan",
    failed: "Belum selesai",
    back: "Kembali ke sambungan",
    again: "Cuba lagi",
  },
  approval: {
    denied: "Akses ditolak di kedai. Mulakan semula dan benarkan di sana, atau sediakan sambungan sendiri.",
    expired:
      "Kebenaran ini sudah tamat tempoh, sudah digunakan, atau dimulakan dalam pelayar lain. Kembali ke sambungan dan mulakan semula.",
    notGenuine:
      "Jawapan yang kembali tidak ditandatangani oleh aplikasi kedai anda. Semak rahsia klien, kemudian mulakan semula dari sambungan.",
  },
  noKeys:
    "Belum ada kunci kepada kedai ini. Sambung dengan satu klik, atau tampal kunci API, kemudian cuba lagi.",
  errors: {
    shopAddressMissing: "Masukkan alamat kedai.",
    otherShop: "Sambungan ini milik kedai lain. Guna alamat kedai itu sendiri, atau buat sambungan baharu.",
    clientIdMissing: "Tampal ID klien aplikasi.",
    clientIdWrong: "Ini bukan ID klien: ia ada 32 aksara daripada 0–9 dan a–f. Salin sekali lagi.",
    clientSecretMissing: "Tampal rahsia klien aplikasi.",
    tokenWrong:
      "Ini tidak kelihatan seperti token. Salin sekali lagi, tanpa ruang di hadapan atau di belakangnya.",
    consumerKeyWrong: "Ini bukan consumer key: ia bermula dengan ck_. Salin sekali lagi.",
    consumerSecretWrong: "Ini bukan consumer secret: ia bermula dengan cs_. Salin sekali lagi.",
  },
  refusals: {
    address_refused: "Alamat ini tidak boleh dihubungi. Guna alamat https awam kedai, tanpa port.",
    unreachable:
      "Kedai tidak dapat dihubungi. Semak alamatnya dan pastikan ia dalam talian, kemudian cuba lagi.",
    timed_out: "Kedai tidak menjawab dalam masa yang ditetapkan. Cuba lagi sebentar nanti.",
    redirected:
      "Kedai menghala kami ke alamat lain. Masukkan alamat yang tertera dalam pelayar semasa kedai dibuka.",
    too_large: "Jawapan kedai terlalu besar untuk kami terima. Tanya penjaga laman itu.",
    busy: "Kedai sedang sibuk atau meminta kami menunggu. Cuba lagi beberapa minit nanti.",
    not_json:
      "Sesuatu pada laman itu menyekat antara muka REST, selalunya pemalam keselamatan atau tembok api. Benarkan /wp-json/ di sana, kemudian cuba lagi.",
    keys_refused:
      "Kedai tidak menerima kunci itu: kunci salah, atau sudah ditarik balik. Sambung semula untuk mendapat yang baharu.",
    not_allowed:
      "Kunci ini tidak dibenarkan berbuat demikian. Beri kebenaran “Read/Write” di kedai, atau dapatkan kelulusan aplikasi untuk data ini, kemudian cuba lagi.",
    not_found:
      "Tiada antara muka sedemikian di alamat ini. Semak alamat, pastikan WooCommerce aktif, dan semak pautan kekal di Settings → Permalinks.",
    refused:
      "Kedai menolaknya. Cuba lagi; jika masih gagal, sediakan webhook sendiri dengan panduan di bawah.",
    unexpected: "Jawapan kedai tidak kami fahami. Cuba lagi, atau sediakan sendiri.",
  },
};

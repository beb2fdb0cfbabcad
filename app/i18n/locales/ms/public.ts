export const publicPages = {
  header: { label: "Laman", logIn: "Log masuk", signUp: "Buka akaun", dashboard: "Ke papan pemuka" },
  footer: {
    line: "OruCRM: satu gambaran sebenar setiap pelanggan.",
    privacy: "Privasi",
    trust: "Kepercayaan",
    status: "Status",
  },
  unsubscribe: {
    title: "Hentikan e-mel produk",
    lead: "Selepas ini kami tidak lagi menghantar e-mel tentang ciri baharu. E-mel tentang keselamatan akaun dan perkhidmatan tetap dihantar.",
    submit: "Matikan e-mel produk",
    doneTitle: "E-mel produk sudah dimatikan",
    done: "Anda tidak lagi menerima e-mel tentang ciri baharu. Anda boleh menghidupkannya semula di Tetapan, Pemberitahuan.",
    brokenTitle: "Pautan ini tidak berfungsi",
    broken:
      "Ia tidak lengkap, atau bukan pautan kami. Log masuk dan pilih e-mel yang anda mahu di Tetapan, Pemberitahuan.",
  },
  home: {
    metaTitle: "OruCRM: satu gambaran sebenar setiap pelanggan",
    metaDescription:
      "OruCRM mengumpulkan pesanan dari semua kedai anda dan menunjukkan setiap pelanggan sekali sahaja, bersama semua yang mereka beli.",
    title: "Satu gambaran sebenar setiap pelanggan",
    lead: "OruCRM mengumpulkan pesanan dari semua kedai anda dan menunjukkan setiap pelanggan sekali sahaja: apa yang dibeli, bila, di mana, dan apa yang mereka setuju terima daripada anda.",
    start: "Buka akaun",
    logIn: "Log masuk",
    noCard: "Cuba secara percuma. Tidak perlu kad.",
    picture: {
      label: "Tiga kedai, seorang pelanggan: tujuh pesanan Aisyah dari kesemuanya pada satu halaman.",
      spent: "Belanja",
      orders: "Pesanan",
      shops: "Kedai",
    },
    points: {
      live: {
        title: "Pesanan sampai sebelum anda sempat semak",
        body: "Pesanan WooCommerce dan Shopify muncul dalam dua saat bersama pembelinya. Jika ada masalah, anda nampak apa, kenapa, dan cara membetulkannya.",
      },
      one: {
        title: "Satu orang, satu halaman",
        body: "Bayar sebagai tetamu, tiga buah kedai, dua cara menulis nombor telefon: tetap seorang pelanggan, dengan setiap pesanan dan setiap ringgit.",
      },
      exact: {
        title: "Angka yang sama dengan kedai",
        body: "Tepat sehingga sen, ikut mata wang, dalam zon waktu anda. Pesanan ujian diketepikan, bayaran balik ditolak, dan setiap angka membuka senarai di sebaliknya.",
      },
      yours: {
        title: "Data mereka dijaga seperti dijanjikan",
        body: "Rahsia dikunci, sesi ada penghujungnya, padam bererti padam. Setiap ayat dasar privasi kami dibuktikan dengan ujian.",
      },
    },
    platforms: "Berfungsi dengan",
    closing: "Sambungkan kedai dalam lima minit dan temui pelanggan pertama anda.",
  },
};

export const connectionsSetup = {
  woocommerce: {
    1: {
      title: "Buka webhook kedai anda",
      body: "Di admin WordPress, pergi ke WooCommerce → Settings → Advanced → Webhooks dan pilih Add webhook. Log masuk sebagai pentadbir yang akan kekal: WooCommerce membaca pesanan dengan hak orang itu.",
    },
    2: {
      title: "Isi webhook pertama",
      body: "Namakan OruCRM, tetapkan Status kepada Active dan Topic kepada Order created. Tampal alamat di bawah ke dalam Delivery URL dan kata rahsia ke dalam Secret. Pilih WP REST API Integration v3, kemudian simpan.",
    },
    3: {
      title: "Ulang untuk topik lain",
      body: "Tambah satu webhook bagi setiap topik, dengan alamat dan kata rahsia yang sama: Order updated, Order deleted, Order restored, Customer created, Customer updated, Customer deleted, Product created, Product updated, Product deleted dan Product restored. Untuk bermula, pesanan sahaja sudah memadai.",
    },
    4: {
      title: "Hantar data pertama",
      body: "Buka mana-mana pesanan di WooCommerce dan pilih Update, atau buat satu pesanan ujian. Halaman ini bertukar hijau sebaik sahaja ia tiba. Bagi kedai yang kurang pelawat, WooCommerce mungkin mengambil beberapa minit.",
    },
  },
  shopify: {
    1: {
      title: "Buka webhook kedai anda",
      body: "Di admin Shopify, pergi ke Settings → Notifications → Webhooks.",
    },
    2: {
      title: "Tampal kata rahsia tandatangan di sini",
      body: "Di bawah senarai webhook, Shopify menunjukkan kata rahsia yang digunakan untuk menandatanganinya. Salin ke dalam ruang di bawah. Jika belum kelihatan, cipta webhook pertama dahulu dan kembali ke sini. Tanpanya, semua penghantaran ditolak.",
    },
    3: {
      title: "Cipta satu webhook bagi setiap peristiwa",
      body: "Pilih Create webhook, tetapkan Format kepada JSON, tampal alamat di bawah sebagai URL dan kekalkan versi stabil terkini. Buat begitu untuk Order creation, Order update, Order payment, Order cancellation, Order fulfillment, Order deletion, Refund create, Customer creation, Customer update, Customer deletion, Product creation, Product update dan Product deletion.",
    },
    4: {
      title: "Hantar data pertama",
      body: "Pilih Send test notification di sebelah salah satu webhook, atau buat satu pesanan. Halaman ini bertukar hijau sebaik sahaja ia tiba. Pesanan ujian tidak pernah dikira sebagai jualan.",
    },
  },
} as const;

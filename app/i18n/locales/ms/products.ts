export const products = {
  title: "Produk",
  search: "Nama atau SKU",
  columns: {
    name: "Produk",
    sku: "SKU",
    shop: "Kedai",
    price: "Harga",
    stock: "Stok",
    sold: "Terjual",
    status: "Status",
    updated: "Diubah",
  },
  status: {
    active: "Dijual",
    draft: "Draf",
    archived: "Disimpan",
    private: "Tersembunyi",
    removed: "Dipadam di kedai",
  },
  stock: { none: "Stok habis", notTracked: "Tidak dikira" },
  variants_other: "{{count, number}} variasi",
  empty: {
    title: "Belum ada produk",
    body: "Produk datang dari kedai yang disambungkan sebaik sahaja ia dicipta atau diubah di sana.",
    action: "Sambungkan kedai",
  },
  noResult: {
    title: "Tiada produk ditemui",
    body: "Tiada yang sepadan dengan “{{query}}”. Cuba sebahagian nama atau SKU.",
    clear: "Tunjuk semua produk",
  },
};

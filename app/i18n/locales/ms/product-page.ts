/** Halaman satu produk, dan memasukkan produk secara manual. */
export const productPage = {
  facts: "Butiran",
  noPrice: "Tiada harga",
  kindOf: "Variasi bagi",
  parent: "Tunjuk produk itu",
  address: "Di kedai",
  open: "Buka halaman kedai",
  entered: "Dimasukkan secara manual",
  variations: "Variasi",
  trashed: "Produk ini berada dalam tong sampah. Pesanan masih menyenaraikannya.",
  removed: "Kedai memadam produk ini pada {{date}}. Pesanan masih menyenaraikannya.",
  sales: {
    title: "Jualan",
    lead: "Pesanan berbayar, sebelum bayaran balik; setiap mata wang berasingan.",
    bounded: "2,000 pesanan terbaharu, sebelum bayaran balik; setiap mata wang berasingan.",
    none: "Belum ada pesanan berbayar yang mengandungi produk ini.",
    buyers: "Pelanggan yang membelinya",
    revenue: "Dijual dalam {{currency}}",
    pieces_other: "{{count, number}} unit",
  },
  orders: {
    title: "Pesanan terkini yang mengandunginya",
    all: "Semua pesanan",
    none: "Belum ada pesanan yang mengandungi produk ini.",
  },
  new: {
    title: "Produk baharu",
    button: "Produk baharu",
    lead: "Untuk barang yang anda jual di luar kedai.",
    save: "Masukkan produk",
  },
};

/** Memasukkan dan membetulkan pesanan, produk dan langganan secara manual, serta mengeksport senarai. */
export const sales = {
  byHand: "Ditetapkan manual",
  byHandHint:
    "{{name}} menetapkannya pada {{date}}. Nilai ini kekal walau apa pun yang dihantar kedai kemudian.",
  shopSays: "Menurut kedai: {{value}}",
  shopSaysNothing: "Kedai tidak menyatakan apa-apa di sini",
  release: "Guna nilai kedai",
  released: "Nilai kedai digunakan semula",
  enteredByHand: "Dimasukkan secara manual",
  errors: {
    notSet: "Tiada sesiapa menetapkan nilai ini secara manual. Muat semula halaman untuk melihat keadaannya.",
    amount: "Masukkan amaun seperti 1234.50, tanpa huruf.",
    currency: "Masukkan tiga huruf mata wang, seperti MYR.",
    quantity: "Masukkan bilangan, seperti 1 atau 2.5.",
    time: "Masukkan tarikh dan masa.",
    tooLong: "Gunakan paling banyak {{max}} aksara.",
    needed: "Isi ruang ini.",
    noItems: "Tambah sekurang-kurangnya satu item.",
    noCustomer: "Pelanggan ini tiada lagi. Pilih pelanggan lain.",
    noShop: "Pilih kedai.",
  },
};

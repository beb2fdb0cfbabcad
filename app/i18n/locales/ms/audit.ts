export const audit = {
  title: "Log audit",
  lead: "Siapa buat apa, dan bila. Tiada apa di sini boleh diubah atau dibuang.",
  columns: { time: "Masa", actor: "Siapa", act: "Tindakan", subject: "Pada", address: "Alamat IP" },
  actors: {
    user: "Bekas ahli",
    key: "Kunci API",
    job: "OruCRM",
    shop: "Sebuah kedai",
    visitor: "Seorang pelawat",
  },
  empty: {
    title: "Belum ada apa-apa",
    body: "Setiap tindakan ahli, kunci atau kerja sistem disimpan di sini.",
  },
  unnamed: "yang tidak lagi bernama",
  fields: {
    name: "nama",
    registrationNumber: "nombor pendaftaran",
    phone: "telefon",
    website: "laman web",
    address: "alamat",
    timeZone: "zon waktu",
    currency: "mata wang",
    language: "bahasa",
  },
  acts: {
    access: { refused: "Meminta sesuatu yang tidak dibenarkan oleh peranannya: {{permission}}" },
    connection: {
      created: "Menyambungkan <b>{{subject}}</b>",
      paused: "Menghentikan <b>{{subject}}</b> buat sementara",
      removed: "Membuang sambungan <b>{{subject}}</b>",
      renamed: "Menukar nama sambungan <b>{{subject}}</b>",
      resumed: "Menyambung semula <b>{{subject}}</b>",
      secret_revealed: "Melihat kunci rahsia <b>{{subject}}</b>",
      secret_rotated: "Memberi <b>{{subject}}</b> kunci rahsia baharu",
      secrets_resealed: "Menyulitkan semula kunci rahsia <b>{{subject}}</b> dengan kunci {{keyVersion}}",
    },
    customer: {
      erased: "Memadam pelanggan atas permintaan kedai",
      restored: "Mengeluarkan pelanggan dari tong sampah kerana ada pesanan baharu",
    },
    delivery: { replayed: "Memproses semula satu kiriman" },
    email: { verified: "Mengesahkan alamat e-mel" },
    orders: { anonymized: "Membuang butiran pembeli daripada {{orders}} pesanan" },
    organization: { created: "Membuka organisasi", updated: "Mengubah organisasi: {{fields}}" },
    password: { changed: "Menukar kata laluan" },
    profile: { updated: "Mengubah profil: {{fields}}" },
    sample: {
      removed: "Membuang data contoh: {{customers}} pelanggan, {{orders}} pesanan, {{products}} produk",
    },
    session: {
      ended: "Log keluar",
      refused: "Gagal log masuk sebagai <b>{{subject}}</b>",
      started: "Log masuk",
    },
    shop: { erased: "Memadam data kedai atas permintaan platform" },
    trash: {
      purged:
        "Memadam selama-lamanya apa yang berada 30 hari di tong sampah: {{customers}} pelanggan, {{orders}} pesanan, {{products}} produk",
    },
  },
};

export const audit = {
  title: "Log audit",
  lead: "Siapa buat apa, dan bila. Tiada apa di sini boleh diubah atau dibuang.",
  columns: { time: "Masa", actor: "Siapa", act: "Tindakan", subject: "Pada", address: "Alamat IP" },
  actors: { user: "Pengguna", key: "Kunci API", job: "OruCRM" },
  empty: {
    title: "Belum ada apa-apa",
    body: "Setiap tindakan ahli, kunci atau kerja sistem disimpan di sini.",
  },
};

export const activity = {
  title: "Aktiviti",
  lead: "Kerja yang lama berjalan di sini sementara anda buat perkara lain.",
  columns: { work: "Kerja", by: "Diminta oleh", when: "Bila", state: "Keadaan" },
  empty: {
    title: "Belum ada kerja yang lama",
    body: "Eksport dan kerja lain yang mengambil masa beberapa minit disenaraikan di sini, dengan kemajuannya.",
  },
  kinds: {
    bulk_change: "Perubahan banyak rekod",
    bulk_trash: "Banyak rekod ke dalam atau keluar dari tong sampah",
    bulk_undo: "Pembatalan perubahan banyak rekod",
    full_export: "Eksport segala-galanya",
    import_rehearsal: "Raptai import",
    import_run: "Import",
    import_undo: "Membatalkan import",
  },
  unknownKind: "Kerja versi OruCRM yang lain",
  states: {
    queued: "Menunggu",
    running: "Sedang berjalan",
    done: "Selesai",
    failed: "Gagal",
    cancelled: "Dihentikan",
  },
  progress: "Rekod",
  cancel: "Hentikan",
  cancelled: "Dihentikan.",
  download: "Muat turun",
  until: "Boleh dimuat turun hingga {{date}}",
  gone: "Tidak disimpan lagi",
  mail: {
    subject: "Eksport {{organization}} sudah siap",
    body: "Arkib yang anda minta mengandungi semua data organisasi, sebagai CSV dan JSON. Anda boleh mendapatkannya di Aktiviti.",
    expires:
      "Arkib boleh dimuat turun selama 7 hari, oleh Admin yang sudah log masuk. Selepas itu ia dipadamkan.",
    action: "Buka Aktiviti",
  },
};

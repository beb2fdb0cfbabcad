export const trash = {
  title: "Tong sampah",
  lead: "Apa yang dipadam kekal di sini selama 30 hari. Selepas itu, ia dipadam terus.",
  nouns: { customer: "Pelanggan", order: "Pesanan", product: "Produk", subscription: "Langganan" },
  search: "Cari melalui permulaan nama atau nombor",
  columns: { record: "Rekod", by: "Dipadam oleh", when: "Bila", left: "Baki" },
  unnamed: "Tanpa nama",
  byNobody: "Kedai atau OruCRM",
  daysLeft_other: "{{count}} hari",
  today: "Dipadam terus hari ini",
  select: "Pilih {{name}}",
  selected_other: "{{count}} dipilih",
  empty: {
    title: "Tong sampah kosong",
    body: "Pelanggan, pesanan dan produk yang dipadam boleh dipulihkan dari sini.",
  },
  noResult: {
    title: "Tiada apa-apa dalam tong sampah yang bermula begini",
    body: "Cuba kurangkan huruf, atau lihat jenis rekod yang lain.",
    clear: "Tunjukkan semua",
  },
  trash: "Padam",
  restore: "Pulihkan",
  undo: "Buat asal",
  done: {
    customer: "Pelanggan itu kini dalam tong sampah.",
    order: "Pesanan itu kini dalam tong sampah dan tidak lagi dikira.",
    product: "Produk itu kini dalam tong sampah.",
    subscription: "Langganan itu kini dalam tong sampah.",
  },
  restored: {
    customer: "Pelanggan itu sudah dipulihkan bersama segala maklumatnya.",
    order: "Pesanan itu sudah dipulihkan dan dikira semula.",
    product: "Produk itu sudah dipulihkan.",
    subscription: "Langganan itu sudah dipulihkan.",
  },
  blocked: "Rekod ini berada dalam tong sampah. Pulihkannya untuk meneruskan.",
  purge: {
    open: "Padam terus…",
    title_other: "Padam terus {{count}} rekod",
    description: "Tiada sesiapa boleh membatalkan tindakan ini.",
    customers:
      "Maklumat hubungan, nota dan medan mereka dipadam. Pesanan mereka kekal sebagai jualan tanpa pembeli.",
    others:
      "Rekod ini hilang dari semua senarai dan laporan. Apa yang dihantar kedai kemudian dikira baharu.",
    name: "Taip {{name}} untuk mengesahkan",
    confirm: "Padam terus",
  },
};

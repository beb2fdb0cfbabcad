export const bulk = {
  failures: { title: "Tidak diubah", id: "Rekod", name: "Nama atau nombor", reason: "Sebabnya" },
};

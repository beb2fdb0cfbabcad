export const fields = {
  problems: {
    required: "Medan ini perlu diisi.",
    tooLong: "Terlalu panjang: paling banyak 2,000 aksara.",
    tooLongUnique: "Terlalu panjang untuk medan yang nilainya mesti berbeza: paling banyak 200 aksara.",
    notNumber: "“{{found}}” bukan nombor. Tulis seperti 1234.5.",
    notMoney: "“{{found}}” bukan jumlah wang. Tulis seperti 12.50 atau RM 12.50.",
    noCurrency: "Mata wang untuk “{{found}}” tidak diketahui. Tulis bersama kodnya, seperti MYR 12.50.",
    notDate: "“{{found}}” bukan tarikh. Tulis seperti 23/11/2026 atau 2026-11-23.",
    notYesNo: "“{{found}}” bukan ya atau tidak. Tulis ya atau tidak.",
    notOption: "“{{found}}” tiada dalam pilihan. Guna pilihan medan ini, atau tambahkannya di Tetapan.",
    notUrl: "“{{found}}” bukan alamat web. Tulis seperti https://example.com.",
  },
};

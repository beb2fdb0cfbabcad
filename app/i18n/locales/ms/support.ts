export const support = {
  title: "Sokongan",
  lead: "Tanya kami apa sahaja tentang OruCRM. Jawapannya muncul di sini dan dihantar melalui e-mel.",
  privacy: "Tentang privasi, anda juga boleh menulis kepada",
  ask: {
    title: "Ajukan soalan",
    subject: "Tentang apa",
    body: "Soalan anda",
    bodyHelp:
      "Nyatakan apa yang anda buat, apa yang anda jangka dan apa yang berlaku. Jangan sertakan kata laluan atau butiran pelanggan.",
    submit: "Hantar kepada sokongan",
  },
  list: {
    title: "Soalan anda",
    ofOrganization: "Soalan organisasi anda",
    empty: "Anda belum bertanya apa-apa.",
    columns: { subject: "Tentang", state: "Status", askedBy: "Ditanya oleh", updated: "Perubahan terakhir" },
  },
  states: { open: "Menunggu kami", answered: "Dijawab", closed: "Ditutup" },
  thread: {
    you: "Seorang ahli",
    operator: "Sokongan OruCRM",
    reply: "Tulis lagi",
    replySubmit: "Hantar",
    close: "Tutup soalan ini",
    closedHint: "Soalan ini sudah ditutup. Menulis lagi akan membukanya semula.",
  },
  errors: {
    subjectCharacters: "Gunakan satu baris huruf, nombor dan tanda biasa.",
    bodyCharacters: "Ada aksara dalam teks ini yang tidak dapat disimpan. Taip semula tanpanya.",
  },
};

import { wordReader } from "./read-words";

/** A cell's word for where an order is, in English and Malay, as shops, banks and people write it. */
export const readOrderStatus = wordReader(
  {
    paid: [
      ...[
        "paid",
        "dibayar",
        "sudah dibayar",
        "telah dibayar",
        "sudah bayar",
        "lunas",
        "bayar",
        "partially refunded",
      ],
      ...[
        "processing",
        "diproses",
        "dalam proses",
        "sedang diproses",
        "payment received",
        "confirmed",
        "authorized",
      ],
      ...["to ship", "perlu dihantar", "ready to ship"],
    ],
    fulfilled: [
      ...["fulfilled", "selesai", "completed", "complete", "done", "siap", "closed", "tamat"],
      ...[
        "delivered",
        "shipped",
        "dihantar",
        "telah dihantar",
        "sudah dihantar",
        "sampai",
        "diterima",
        "sent",
      ],
    ],
    pending: [
      ...[
        "awaiting payment",
        "menunggu bayaran",
        "pending",
        "pending payment",
        "belum bayar",
        "belum dibayar",
      ],
      ...[
        "unpaid",
        "menunggu",
        "tertunggak",
        "new",
        "baru",
        "open",
        "to pay",
        "checkout draft",
        "partially paid",
      ],
    ],
    on_hold: ["on hold", "ditahan", "ditangguh", "tertangguh", "hold", "on hold payment"],
    cancelled: [
      "cancelled",
      "dibatalkan",
      "canceled",
      "cancel",
      "batal",
      "void",
      "voided",
      "expired",
      "telah dibatalkan",
    ],
    failed: ["payment failed", "bayaran gagal", "failed", "gagal"],
    refunded: [
      ...["refunded", "dibayar balik", "bayaran balik", "refund", "dikembalikan", "dipulangkan", "returned"],
    ],
    draft: ["draft", "draf"],
  },
  "notStatus",
);

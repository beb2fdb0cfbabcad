import { readGoods } from "./goods";

/** The Shopify shop: batik, baju kurung and what goes with them. */
export const SARI_BUSANA = {
  name: "Sari Busana",
  address: "sari-busana-contoh.myshopify.com",
  goods: readGoods(
    `
    Baju Kurung | BK-PAHANG   | 189.00 | 9 | 40 | Baju Kurung Pahang Mawar      | S M L XL XXL
    Baju Kurung | BK-SURI     | 219.00 | 7 | 35 | Baju Kurung Moden Suri        | S M L XL
    Baju Kurung | BK-KEDAH    | 169.00 | 6 | 28 | Baju Kurung Kedah Nila        | S M L XL
    Baju Kurung | BK-ANAK     |  89.00 | 6 | 52 | Baju Kurung Anak Ceria        | 4 6 8 10 12
    Baju Kurung | KB-NYONYA   | 259.00 | 3 | 12 | Kebaya Nyonya Peranakan       | S M L
    Baju Melayu | BM-MUSANG   | 199.00 | 5 | 30 | Baju Melayu Cekak Musang      | S M L XL XXL
    Baju Melayu | SP-SONGKET  | 179.00 | 3 | 16 | Samping Songket Tenun Tangan
    Batik       | BT-SARUNG   |  89.00 | 8 | 75 | Kain Batik Sarung Terengganu
    Batik       | BT-KEMEJA   | 159.00 | 6 | 24 | Kemeja Batik Lelaki Awan Larat | M L XL XXL
    Batik       | BT-KAFTAN   | 149.00 | 7 | 31 | Kaftan Batik Senja
    Batik       | BT-SUTERA   | 129.00 | 4 |  0 | Selendang Batik Sutera
    Tudung      | TD-BAWAL    |  35.00 | 9 | 160| Tudung Bawal Voile
    Tudung      | TD-SHAWL    |  45.00 | 7 | 110| Shawl Satin Polos
    Kraf        | KR-PUA      | 119.00 | 2 |  8 | Selendang Motif Pua Kumbu
    Baju Kurung | BK-RAYA     | 239.00 | 0 |  0 | Baju Kurung Raya Edisi Akan Datang | draft`,
    (index) => 9_100_000_000_091 + index * 33,
  ),
};

import { readGoods } from "./goods";

/** The WooCommerce shop: kuih raya, sambal, rempah and hampers. */
export const SARI_RASA = {
  name: "Sari Rasa",
  address: "kedaisarirasa.example.com",
  goods: readGoods(
    `
    Kuih Raya | KR-TART-50    |  32.00 | 10 |  64 | Tart Nanas Gunting 50 keping
    Kuih Raya | KR-ALM-40     |  35.00 |  8 |  41 | Almond London 40 keping
    Kuih Raya | KR-SUJI-50    |  25.00 |  5 |  38 | Biskut Suji Ghee 50 keping
    Kuih Raya | KR-BAHULU-40  |  22.00 |  7 |  90 | Kuih Bahulu Cermai 40 keping
    Kuih Raya | KR-SEMP-45    |  27.00 |  6 |  12 | Semperit Susu 45 keping
    Kuih Raya | KR-SIPUT-500  |  18.00 |  5 |   0 | Kuih Siput Pedas 500g
    Kuih Raya | KR-DODOL-500  |  24.00 |  3 |  26 | Dodol Durian 500g
    Kuih Raya | KR-UBI-400    |  15.00 |  6 | 120 | Kerepek Ubi Pedas 400g
    Sambal    | SB-GARING-200 |  18.90 | 14 |  86 | Sambal Garing Ikan Bilis 200g
    Sambal    | SB-HITAM-180  |  16.90 |  8 |  52 | Sambal Hitam Pahang 180g
    Sambal    | SB-KELAPA-180 |  14.90 |  4 |  47 | Sambal Kelapa Kering 180g
    Sambal    | SB-TEMPE-220  |  17.50 |  5 |  33 | Sambal Tempe Rangup 220g
    Sambal    | SB-SRD-DAGING |  24.50 |  9 |  29 | Serunding Daging Kelantan 250g
    Sambal    | SB-SRD-AYAM   |  21.50 |  7 |  44 | Serunding Ayam 250g
    Sambal    | SB-ACAR-350   |  16.00 |  3 |   9 | Acar Buah Campur 350g
    Rempah    | RP-KARI-250   |   9.90 |  7 |   - | Rempah Kari Daging 250g
    Rempah    | RP-KURMA-250  |   9.90 |  4 |   - | Rempah Kurma 250g
    Rempah    | RP-RENDANG    |  12.90 |  6 |   - | Rempah Rendang Tok 300g
    Rempah    | RP-SUP-10     |   7.50 |  5 |   - | Rempah Sup Bunjut 10 uncang
    Rempah    | RP-BERIANI    |  13.50 |  4 |   - | Rempah Nasi Beriani 200g
    Hampers   | HP-SERI       | 129.00 |  3 |  18 | Hamper Raya Seri
    Hampers   | HP-CAHAYA     | 149.00 |  2 |  11 | Hamper Deepavali Cahaya
    Hampers   | HP-MAKMUR     | 168.00 |  2 |   7 | Hamper Tahun Baru Makmur
    Hampers   | HP-KORPORAT   | 388.00 |  1 |   4 | Hamper Korporat Gemilang
    Hampers   | HP-IFTAR      |  89.00 |  0 |   0 | Set Iftar Keluarga | draft`,
    (index) => 91 + index * 3,
  ),
};

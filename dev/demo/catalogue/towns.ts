import { findMalaysianState, type MalaysianStateCode } from "../../../app/lib/malaysian-states";

export type Town = { city: string; state: MalaysianStateCode; postcode: string };

/** One a line: state, share of the buyers, city, postcodes. Postcodes belong to the town, streets are invented. */
const TOWNS = `
  KUL 9 Kuala Lumpur 50480 52100 53300 55100 56000 57000 59100
  PJY 2 Putrajaya 62000 62250
  SGR 7 Shah Alam 40100 40160 40170
  SGR 7 Petaling Jaya 46000 47300 47800
  SGR 5 Subang Jaya 47500 47600
  SGR 4 Klang 41000 41200 42100
  SGR 4 Kajang 43000
  SGR 3 Bandar Baru Bangi 43650
  SGR 3 Puchong 47100
  SGR 3 Seri Kembangan 43300
  SGR 3 Rawang 48000
  SGR 2 Cyberjaya 63000
  JHR 6 Johor Bahru 80100 80200 81100 81200
  JHR 3 Skudai 81300
  JHR 2 Iskandar Puteri 79100
  JHR 2 Batu Pahat 83000
  JHR 2 Muar 84000
  JHR 1 Kluang 86000
  PNG 4 George Town 10050 10200 10450
  PNG 3 Bayan Lepas 11900 11950
  PNG 2 Bukit Mertajam 14000
  PRK 4 Ipoh 30000 30250 31400
  PRK 1 Taiping 34000
  PRK 1 Teluk Intan 36000
  PRK 1 Sitiawan 32000
  KDH 2 Alor Setar 05100 05400
  KDH 3 Sungai Petani 08000
  KDH 1 Kulim 09000
  PLS 1 Kangar 01000
  KTN 4 Kota Bharu 15200 16100
  KTN 1 Pasir Mas 17000
  TRG 3 Kuala Terengganu 20000 21000
  TRG 1 Dungun 23000
  TRG 1 Kemaman 24000
  PHG 3 Kuantan 25000 25200 25300
  PHG 1 Temerloh 28000
  PHG 1 Bentong 28700
  NSN 3 Seremban 70300 70400
  NSN 1 Nilai 71800
  NSN 1 Port Dickson 71000
  MLK 3 Melaka 75000 75350 75450
  MLK 1 Alor Gajah 78000
  SBH 4 Kota Kinabalu 88000 88300 88450
  SBH 2 Penampang 89500
  SBH 2 Sandakan 90000
  SBH 2 Tawau 91000
  SBH 1 Lahad Datu 91100
  SWK 4 Kuching 93000 93100 93250 93350
  SWK 2 Miri 98000
  SWK 2 Sibu 96000
  SWK 1 Bintulu 97000
  SWK 1 Kota Samarahan 94300
  LBN 1 Labuan 87000`;

const LINE = /^([A-Z]{3}) (\d+) (\D+) ((?:\d{5} ?)+)$/;

/** Every town with the share of the buyers who live there. */
export const WEIGHTED_TOWNS: readonly (readonly [Town, number])[] = TOWNS.trim()
  .split("\n")
  .flatMap((line) => {
    const [, state = "", share, city = "", postcodes = ""] = LINE.exec(line.trim()) ?? [];
    const code = findMalaysianState(state);
    if (code === null) throw new Error(`not a town: ${line}`);
    const all = postcodes.trim().split(" ");
    return all.map((postcode) => [{ city, state: code, postcode }, Number(share) / all.length] as const);
  });

export const STREETS = [
  "Jalan Melati",
  "Jalan Kenanga",
  "Lorong Mawar",
  "Jalan Setia Indah",
  "Jalan Bestari",
  "Persiaran Wawasan",
  "Jalan Perdana",
  "Lorong Cempaka",
  "Jalan Tun Teja",
  "Jalan Damai",
  "Jalan Seroja",
  "Lorong Haji Taib",
  "Jalan Pasir Putih",
  "Jalan Bunga Raya",
  "Jalan Sri Aman",
  "Jalan Kampung Baru",
];

export const NEIGHBOURHOODS = [
  "Taman Sri Indah",
  "Taman Desa Jaya",
  "Taman Megah",
  "Bandar Puteri",
  "Kampung Melayu",
  "Taman Bukit Mewah",
  "Pangsapuri Seri Mutiara",
  "Taman Universiti",
  "Taman Pelangi",
  "Kampung Tengah",
];

/**
 * Names as Malaysians have them, put together at random: nobody in particular is
 * meant. Lists are texts so that they can be read and added to at a glance.
 */
const list = (text: string) => text.trim().split(/\s*[,\n]\s*/);

export const MALAY_WOMEN = list(`
  Nur Aisyah, Nurul Huda, Siti Zubaidah, Nor Azlina, Farah Nadia, Aina Sofea, Noraini, Rosmawati, Hidayah, Zuraidah
  Siti Khadijah, Nur Amirah, Syafiqah, Wan Nurhaliza, Nik Faezah, Sharifah Aminah, Puteri Balqis, Maznah, Rohana
  Nurul Izzati, Faridah, Suhaila, Norhayati, Ku Zaharah, Atiqah, Fatin Hamimah, Khairunnisa, Salmah, Tengku Marina
  Nor Shahida, Zaleha, Anis Syuhada, Balqis, Liyana, Nadiah, Rabiatul Adawiyah, Ummi Kalsom, Hasnah, Mastura`);

export const MALAY_MEN = list(`
  Muhammad Hafiz, Mohd Faizal, Ahmad Zaki, Amirul Haziq, Azman, Khairul Anuar, Shahrul Nizam, Wan Azizi, Nik Hakim
  Mohamad Syafiq, Syed Idrus, Megat Iskandar, Izzat, Firdaus, Hakimi, Roslan, Zulkifli, Fadzil, Norazam, Ridzuan
  Ahmad Danial, Aiman, Tengku Hazrul, Luqman, Mohd Nazri, Saiful Bahri, Hisham, Adib, Fahmi, Muhammad Irfan, Ikhwan`);

export const MALAY_FATHERS = list(`
  Abdul Rahman, Ismail, Osman, Kassim, Hj Yusof, Ibrahim, Mohd Noor, Abdullah, Ramli, Mat Isa, Che Mat, Zainal Abidin
  Hassan, Jaafar, Sulaiman, Ab Ghani, Salleh, Hamzah, Md Desa, Othman, Abdul Aziz, Shafie, Mohamed Ali, Baharuddin
  Wan Daud, Idris, Tajuddin, Haji Bakar, Mustafa, Kamaruddin, Abd Latif, Ariffin, Mahmud, Nordin, Said, Yaacob`);

export const CHINESE_SURNAMES = list(`
  Tan, Lim, Lee, Wong, Ng, Chong, Ooi, Teoh, Yap, Goh, Chan, Low, Khoo, Chew, Liew, Foo, Cheah, Ong, Saw, Tay, Yeoh
  Loh, Chin, Leong, Teh, Hiew, Kong, Lau, Sim, Wee, Gan, Choo, Ang, Toh, Tiong, Voon, Phang, Soon`);

export const CHINESE_GIVEN = list(`
  Mei Ling, Wei Jian, Kah Yee, Jia Hui, Xin Yi, Chee Keong, Siew Ling, Boon Hock, Yi Ling, Zhi Hao, Hui Min, Kok Wai
  Pei Shan, Jun Kit, Li Ting, Sook Fun, Weng Hong, Yee Mun, Kar Mun, Seng Huat, Ai Lin, Jing Wen, Kean Seng, Shu Qi
  Swee Lan, Chun Yew, Zi Xuan, Poh Geok, Teck Soon, Wai Kit, Yong Jie, Hooi San, Mun Yee, Kim Choo, Eng Hong, Bee Lian`);

export const ENGLISH_NAMES = list(`
  Jason, Michelle, Adrian, Joanne, Kelvin, Vivian, Desmond, Angeline, Marcus, Rachel, Ivan, Cheryl, Raymond, Jocelyn`);

/** In script, with the Latin spelling that email addresses come from. */
export const CHINESE_SCRIPT = [
  ["陳美玲", "Tan Mei Ling"],
  ["林偉健", "Lim Wei Jian"],
  ["黃佳慧", "Wong Jia Hui"],
  ["李志豪", "Lee Zhi Hao"],
  ["张欣怡", "Teoh Xin Yi"],
  ["刘慧敏", "Lau Hui Min"],
  ["蔡國偉", "Chua Kok Wai"],
  ["吴佩珊", "Goh Pei Shan"],
  ["郑俊杰", "Tay Jun Kit"],
  ["葉麗婷", "Yap Li Ting"],
  ["王秀芬", "Ong Siew Hoon"],
  ["杨静雯", "Yeoh Jing Wen"],
] as const;

export const INDIAN_WOMEN = list(`
  Kavitha, Thivya, Priya Darshini, Letchumi, Saraswathy, Anusha, Malarvili, Shanti, Kasthuri, Vimala Devi, Nirmala
  Yogeswari, Puvaneswari, Hema Malini, Revathi, Sangeetha, Tharani, Jayanthi, Uma Rani, Deepa`);

export const INDIAN_MEN = list(`
  Arvind, Kumaran, Suresh, Ganesan, Thinesh, Prakash, Ravindran, Muthu, Loganathan, Vikneswaran, Dinesh, Saravanan
  Harikrishnan, Jeevan, Selvam, Balakrishnan, Nagarajan, Yuvaraj, Mogan, Sivanesan`);

export const INDIAN_FATHERS = list(`
  Subramaniam, Rajan, Krishnan, Muniandy, Perumal, Arumugam, Ramasamy, Nadarajah, Velu, Maniam, Gopal, Shanmugam
  Kathiravelu, Sinnasamy, Doraisamy, Murugiah, Letchumanan, Pillai, Rengasamy, Vadivelu`);

export const SIKH_NAMES = list(`
  Harpreet Kaur a/p Jaswant Singh, Manjit Singh a/l Gurdial Singh, Jasleen Kaur a/p Balbir Singh
  Ranjit Singh a/l Mohinder Singh, Simran Kaur a/p Harbans Singh`);

export const TAMIL_SCRIPT = [
  ["கவிதா சுப்பிரமணியம்", "Kavitha Subramaniam"],
  ["முத்து கிருஷ்ணன்", "Muthu Krishnan"],
  ["சாந்தி பெருமாள்", "Shanti Perumal"],
  ["தினேஷ் குமார்", "Thinesh Kumar"],
  ["மாலா ராமசாமி", "Mala Ramasamy"],
  ["ரேவதி நடராஜன்", "Revathi Nadarajan"],
] as const;

/** Sabah and Sarawak: Iban and Bidayuh fathers follow "anak"; Kadazan-Dusun and Orang Ulu names end in a family's. */
export const BORNEO_GIVEN = list(`
  Dominic, Jenny, Clarence, Veronica, Rozita, Jelani, Flora, Ezra, Sylvester, Stella, Augustine, Melissa, Jackson
  Cecilia, Donny, Elvina, Gibson, Marcella, Roslin, Winston, Felicia, Herman, Lorna, Patrick`);

export const BORNEO_FATHERS = list(`
  Jimbai, Nyandang, Unggang, Manggoi, Linggir, Sanggau, Bujang, Entalai, Gerunsin, Rundang, Sumping, Ganing`);

export const BORNEO_FAMILIES = list(`
  Gimbad, Sipanil, Majinbun, Mojikon, Lasimbang, Gunsalam, Kinsuan, Tinggi, Juin, Balan Lah, Ngau Lian, Usat, Jau`);

export const BORNEO_MALAY = list(`
  Dayang Rosnah binti Abang Mustapha, Awang Azizul bin Awang Damit, Dayang Siti Hajar binti Awang Besar
  Abang Johan bin Abang Sapuan, Asmah binti Jikirun, Mohd Rizal bin Jainal, Dayangku Norfadilah binti Pengiran Aji`);

/** For hampers and uniforms. */
export const COMPANIES = list(`
  Perunding Cahaya Timur Sdn Bhd, Klinik Pergigian Senyum Ria, Tadika Bijak Ceria, Syarikat Pembinaan Jaya Utama
  Butik Homestay Kampung Laut, Koperasi Guru Daerah Hilir, Kilang Papan Maju Sdn Bhd, Agensi Pelancongan Rimba Biru`);

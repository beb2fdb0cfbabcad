export type PolicyPromise = { id: string; en: string; ms: string };

/**
 * Every promise of the privacy policy, once and in its order: the id, and its words
 * in English and Bahasa Melayu. The policy page is made from this list, and tests
 * name the ids that they hold.
 */
export const PROMISES = [
  {
    id: "1.1a",
    en: "To open an account you give us your name and email address, and we keep both with it.",
    ms: "Untuk membuka akaun, anda memberi kami nama dan alamat e-mel, dan kami menyimpannya bersama akaun itu.",
  },
  {
    id: "1.1b",
    en: "Your password is kept only as a bcrypt hash. Nobody can read it back, and neither can we.",
    ms: "Kata laluan anda disimpan hanya sebagai cincangan bcrypt. Tiada siapa boleh membacanya semula, termasuk kami.",
  },
  {
    id: "1.1c",
    en: "We keep your organization’s name and the details you choose to add: registration number, phone, website and address.",
    ms: "Kami menyimpan nama organisasi anda dan butiran yang anda pilih untuk isi: nombor pendaftaran, telefon, laman web dan alamat.",
  },
  {
    id: "1.2a",
    en: "Of your customers we keep names, email addresses and phone numbers.",
    ms: "Tentang pelanggan anda, kami menyimpan nama, alamat e-mel dan nombor telefon.",
  },
  {
    id: "1.2b",
    en: "We keep their transactions and the details of their orders.",
    ms: "Kami menyimpan transaksi dan butiran pesanan mereka.",
  },
  {
    id: "1.2c",
    en: "We keep the products they bought and the amounts they paid.",
    ms: "Kami menyimpan produk yang mereka beli dan jumlah yang mereka bayar.",
  },
  {
    id: "1.2d",
    en: "We keep the custom fields and tags that your organization defines for them.",
    ms: "Kami menyimpan medan khas dan tag yang organisasi anda tetapkan untuk mereka.",
  },
  {
    id: "1.2e",
    en: "We keep their subscriptions and billing information. All of this reaches us in two ways: you upload it, or a shop that you connect sends it.",
    ms: "Kami menyimpan langganan dan maklumat pengebilan mereka. Semua ini sampai melalui dua cara: anda memuat naiknya, atau kedai yang anda sambungkan menghantarnya.",
  },
  {
    id: "1.3a",
    en: "From WooCommerce we receive the orders, customers and products of the shops you connect.",
    ms: "Daripada WooCommerce, kami menerima pesanan, pelanggan dan produk kedai yang anda sambungkan.",
  },
  {
    id: "1.3b",
    en: "From Shopify we receive the orders, customers and products of the shops you connect.",
    ms: "Daripada Shopify, kami menerima pesanan, pelanggan dan produk kedai yang anda sambungkan.",
  },
  {
    id: "1.3c",
    en: "From OnPay we receive the orders and customers of the forms you connect.",
    ms: "Daripada OnPay, kami menerima pesanan dan pelanggan borang yang anda sambungkan.",
  },
  {
    id: "1.3d",
    en: "From Shoppego we receive the orders and customers of the shops you connect.",
    ms: "Daripada Shoppego, kami menerima pesanan dan pelanggan kedai yang anda sambungkan.",
  },
  {
    id: "1.3e",
    en: "From TheBoss we receive the orders and customers of the accounts you connect.",
    ms: "Daripada TheBoss, kami menerima pesanan dan pelanggan akaun yang anda sambungkan.",
  },
  {
    id: "1.3f",
    en: "From BCL we receive the orders and payments of the accounts you connect.",
    ms: "Daripada BCL, kami menerima pesanan dan bayaran akaun yang anda sambungkan.",
  },
  {
    id: "1.3g",
    en: "From any other platform we receive the webhook payloads with orders and customers that you point at us.",
    ms: "Daripada mana-mana platform lain, kami menerima kandungan webhook berisi pesanan dan pelanggan yang anda halakan kepada kami.",
  },
  {
    id: "1.3h",
    en: "From all of them we receive information on transactions and subscriptions.",
    ms: "Daripada semuanya, kami menerima maklumat transaksi dan langganan.",
  },
  {
    id: "1.3i",
    en: "From all of them we receive the data of your product catalogue.",
    ms: "Daripada semuanya, kami menerima data katalog produk anda.",
  },
  {
    id: "1.4a",
    en: "When you use OruCRM we see your IP address and the approximate place it points to.",
    ms: "Apabila anda menggunakan OruCRM, kami nampak alamat IP anda dan anggaran lokasinya.",
  },
  {
    id: "1.4b",
    en: "We see which browser you use and how it introduces itself.",
    ms: "Kami nampak pelayar yang anda guna dan cara ia memperkenalkan diri.",
  },
  {
    id: "1.4c",
    en: "We keep your sessions and the times you logged in.",
    ms: "Kami menyimpan sesi anda dan masa anda log masuk.",
  },
  {
    id: "1.4d",
    en: "We keep a log of what is done in your organization: who, what and when.",
    ms: "Kami menyimpan log tentang apa yang dilakukan dalam organisasi anda: siapa, apa dan bila.",
  },
  {
    id: "1.4e",
    en: "We keep the questions you ask the AI analyst and the conversations around them.",
    ms: "Kami menyimpan soalan yang anda tanya kepada penganalisis AI berserta perbualannya.",
  },
  {
    id: "2.1a",
    en: "We use the data to keep your customer database in order.",
    ms: "Kami menggunakan data untuk mengurus pangkalan data pelanggan anda.",
  },
  {
    id: "2.1b",
    en: "We use it to carry out the imports you start.",
    ms: "Kami menggunakannya untuk menjalankan import yang anda mulakan.",
  },
  {
    id: "2.1c",
    en: "We use it to bring in what your shops send by webhook.",
    ms: "Kami menggunakannya untuk menyegerakkan apa yang kedai anda hantar melalui webhook.",
  },
  {
    id: "2.1d",
    en: "We use it to work out your figures: revenue, orders, new and returning customers.",
    ms: "Kami menggunakannya untuk mengira angka anda: hasil, pesanan, pelanggan baharu dan pelanggan berulang.",
  },
  {
    id: "2.1e",
    en: "We use it to find the customers who belong to your segments.",
    ms: "Kami menggunakannya untuk mencari pelanggan dalam segmen anda.",
  },
  {
    id: "2.1f",
    en: "We use it to make the reports you ask for.",
    ms: "Kami menggunakannya untuk membuat laporan yang anda minta.",
  },
  {
    id: "2.1g",
    en: "We use it to answer your questions with AI, from figures and not from people’s details.",
    ms: "Kami menggunakannya untuk menjawab soalan anda dengan AI, daripada angka dan bukan butiran orang.",
  },
  {
    id: "2.1h",
    en: "We use it to send the email broadcasts you plan.",
    ms: "Kami menggunakannya untuk menghantar siaran e-mel yang anda rancang.",
  },
  {
    id: "2.1i",
    en: "We use it to send the WhatsApp broadcasts you plan.",
    ms: "Kami menggunakannya untuk menghantar siaran WhatsApp yang anda rancang.",
  },
  {
    id: "2.1j",
    en: "We use it to run the automations you switch on.",
    ms: "Kami menggunakannya untuk menjalankan automasi yang anda hidupkan.",
  },
  {
    id: "2.2a",
    en: "We use account data to check who logs in and to keep everybody else out.",
    ms: "Kami menggunakan data akaun untuk memastikan siapa yang log masuk dan menghalang orang lain.",
  },
  {
    id: "2.2b",
    en: "We watch for signs of fraud and abuse.",
    ms: "Kami memerhati tanda-tanda penipuan dan penyalahgunaan.",
  },
  {
    id: "2.2c",
    en: "We keep audit logs, so that you can show who did what.",
    ms: "Kami menyimpan log audit supaya anda boleh menunjukkan siapa melakukan apa.",
  },
  {
    id: "2.2d",
    en: "We look into problems and mend them.",
    ms: "Kami menyiasat masalah dan membetulkannya.",
  },
  {
    id: "2.3a",
    en: "We send you notices about the service itself.",
    ms: "Kami menghantar notis tentang perkhidmatan ini kepada anda.",
  },
  {
    id: "2.3b",
    en: "We answer when you ask for help.",
    ms: "Kami menjawab apabila anda meminta bantuan.",
  },
  {
    id: "2.3c",
    en: "We tell you about new features; you can opt out at any time.",
    ms: "Kami memberitahu anda tentang ciri baharu; anda boleh menolaknya pada bila-bila masa.",
  },
  {
    id: "3.1",
    en: "Your data is stored in PostgreSQL databases.",
    ms: "Data anda disimpan dalam pangkalan data PostgreSQL.",
  },
  {
    id: "3.2a",
    en: "Passwords are hashed with bcrypt and a salt of their own.",
    ms: "Kata laluan dicincang dengan bcrypt dan garam tersendiri.",
  },
  {
    id: "3.2b",
    en: "API keys and secrets are encrypted with AES-256-GCM.",
    ms: "Kunci API dan rahsia disulitkan dengan AES-256-GCM.",
  },
  {
    id: "3.2c",
    en: "Everything travels encrypted over TLS; nothing is offered over plain HTTP.",
    ms: "Semua penghantaran disulitkan dengan TLS; tiada apa-apa ditawarkan melalui HTTP biasa.",
  },
  {
    id: "3.2d",
    en: "Encryption keys have versions and can be replaced without losing data.",
    ms: "Kunci penyulitan mempunyai versi dan boleh diganti tanpa kehilangan data.",
  },
  {
    id: "3.3a",
    en: "Five roles decide what a member may see and do: Admin, Manager, Analyst, Member and Viewer.",
    ms: "Lima peranan menentukan apa yang ahli boleh lihat dan buat: Pentadbir, Pengurus, Penganalisis, Ahli dan Pemerhati.",
  },
  {
    id: "3.3b",
    en: "Sessions are signed tokens (JWT) and end after 8 hours.",
    ms: "Sesi ialah token bertandatangan (JWT) dan tamat selepas 8 jam.",
  },
  {
    id: "3.3c",
    en: "Changing your password ends your other sessions at once.",
    ms: "Menukar kata laluan menamatkan sesi anda yang lain serta-merta.",
  },
  {
    id: "3.3d",
    en: "A new account can be used only after its email address is verified.",
    ms: "Akaun baharu hanya boleh digunakan selepas alamat e-melnya disahkan.",
  },
  {
    id: "4.1a",
    en: "For AI your organization chooses OpenAI, Anthropic, Google Gemini or OpenRouter.",
    ms: "Untuk AI, organisasi anda memilih OpenAI, Anthropic, Google Gemini atau OpenRouter.",
  },
  {
    id: "4.1b",
    en: "Only aggregated or anonymized data is sent to the one you choose.",
    ms: "Hanya data agregat atau tanpa nama dihantar kepada pilihan anda.",
  },
  {
    id: "4.1c",
    en: "Raw personal data is never sent to an AI provider.",
    ms: "Data peribadi mentah tidak pernah dihantar kepada penyedia AI.",
  },
  {
    id: "4.2",
    en: "Payments go through Stripe; card details never touch our systems.",
    ms: "Bayaran dibuat melalui Stripe; butiran kad tidak pernah sampai ke sistem kami.",
  },
  {
    id: "4.3",
    en: "WhatsApp campaigns go through the WhatsApp Business API.",
    ms: "Kempen WhatsApp dihantar melalui WhatsApp Business API.",
  },
  {
    id: "4.4",
    en: "The shops you connect are governed by their platforms’ own privacy policies, which we link to where you connect them.",
    ms: "Kedai yang anda sambungkan tertakluk pada dasar privasi platformnya sendiri, yang kami pautkan di tempat anda menyambungkannya.",
  },
  {
    id: "5.1",
    en: "Customer and transaction data stay until you delete them or close the account.",
    ms: "Data pelanggan dan transaksi disimpan sehingga anda memadamnya atau menutup akaun.",
  },
  {
    id: "5.2a",
    en: "What you delete waits in the trash for 30 days and can be recovered.",
    ms: "Apa yang anda padam menunggu di tong sampah selama 30 hari dan boleh dipulihkan.",
  },
  {
    id: "5.2b",
    en: "After 30 days it is deleted for good.",
    ms: "Selepas 30 hari, ia dipadam selama-lamanya.",
  },
  {
    id: "5.3",
    en: "Audit logs are kept for ever.",
    ms: "Log audit disimpan selama-lamanya.",
  },
  {
    id: "5.4",
    en: "Webhook logs are kept, so that problems with a shop can be traced.",
    ms: "Log webhook disimpan supaya masalah dengan kedai dapat dikesan.",
  },
  {
    id: "5.5",
    en: "When you close the account, its data is kept for 30 days and then deleted.",
    ms: "Apabila anda menutup akaun, datanya disimpan selama 30 hari dan kemudian dipadam.",
  },
  {
    id: "6.1",
    en: "Access: you can see all the data of your account.",
    ms: "Akses: anda boleh melihat semua data akaun anda.",
  },
  {
    id: "6.2a",
    en: "You can export your data as CSV.",
    ms: "Anda boleh mengeksport data anda sebagai CSV.",
  },
  {
    id: "6.2b",
    en: "You can export your data as Excel.",
    ms: "Anda boleh mengeksport data anda sebagai Excel.",
  },
  {
    id: "6.3",
    en: "You can correct what is wrong.",
    ms: "Anda boleh membetulkan apa yang salah.",
  },
  {
    id: "6.4",
    en: "You can delete what should not be kept.",
    ms: "Anda boleh memadam apa yang tidak patut disimpan.",
  },
  {
    id: "6.5",
    en: "You can close your account and ask for all of it to be deleted.",
    ms: "Anda boleh menutup akaun dan meminta semuanya dipadam.",
  },
  {
    id: "7.1",
    en: "We do not sell your data. No third party tracks you here, and everybody who processes data for us is listed on this page.",
    ms: "Kami tidak menjual data anda. Tiada pihak ketiga menjejaki anda di sini, dan semua yang memproses data untuk kami disenaraikan di halaman ini.",
  },
  {
    id: "8.1",
    en: "We use essential cookies only: one that keeps you logged in, and one before that against forged requests. Theme and language are kept without cookies.",
    ms: "Kami hanya menggunakan kuki yang perlu: satu untuk mengekalkan log masuk anda, dan satu sebelum itu untuk menghalang permintaan palsu. Tema dan bahasa disimpan tanpa kuki.",
  },
  {
    id: "8.2",
    en: "There are no third-party tracking cookies.",
    ms: "Tiada kuki penjejakan pihak ketiga.",
  },
  {
    id: "9.1",
    en: "OruCRM is not for people under 18; whoever opens an account confirms their age.",
    ms: "OruCRM bukan untuk mereka di bawah 18 tahun; sesiapa yang membuka akaun mengesahkan umurnya.",
  },
  {
    id: "10.1",
    en: "Data is processed in the regions stated in the list of who processes data for us.",
    ms: "Data diproses di rantau yang dinyatakan dalam senarai mereka yang memproses data untuk kami.",
  },
  {
    id: "11.1",
    en: "When this policy changes, it gets a new version and we tell you by email or in the app.",
    ms: "Apabila dasar ini berubah, ia mendapat versi baharu dan kami memberitahu anda melalui e-mel atau dalam aplikasi.",
  },
  {
    id: "12.1",
    en: "You can write to us about privacy at privacy@orucrm.com.",
    ms: "Anda boleh menulis kepada kami tentang privasi di privacy@orucrm.com.",
  },
] as const satisfies readonly PolicyPromise[];

export type PromiseId = (typeof PROMISES)[number]["id"];

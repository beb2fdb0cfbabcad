export const notifications = {
  title: "Pemberitahuan",
  lead: "Apa yang berlaku pada akaun anda dan perkhidmatan ini. Disimpan selama setahun.",
  empty: {
    title: "Belum ada pemberitahuan",
    body: "Berita keselamatan akaun anda, jawapan sokongan dan perubahan perkhidmatan muncul di sini.",
  },
  unread: "Belum dibaca",
  markRead: "Tandakan sudah dibaca",
  markAllRead: "Tandakan semua sudah dibaca",
  preferencesLink: "Apa yang diberitahu",
  about: "Dalam {{organization}}",
  kinds: {
    new_device: {
      title: "Log masuk dari peranti baharu",
      body: "Seseorang log masuk ke akaun anda dari pelayar atau tempat yang belum pernah anda guna. Jika itu bukan anda, tamatkan sesi itu dan tukar kata laluan anda.",
      action: "Lihat sesi anda",
    },
    password_changed: {
      title: "Kata laluan anda telah ditukar",
      body: "Sesi anda yang lain telah ditamatkan. Jika itu bukan anda, minta kata laluan baharu dengan segera.",
      action: "Lihat sesi anda",
    },
    email_changed: {
      title: "Alamat e-mel anda telah ditukar",
      body: "Mulai sekarang anda log masuk dengan alamat baharu. Alamat lama menerima pautan untuk membatalkannya.",
      action: "Lihat sesi anda",
    },
    email_change_undone: {
      title: "Pertukaran alamat e-mel anda telah dibatalkan",
      body: "Alamat lama anda kembali digunakan dan semua sesi ditamatkan. Pilih kata laluan baharu jika belum.",
      action: "Lihat sesi anda",
    },
    second_factor_added: {
      title: "Faktor kedua telah ditambah",
      body: "Ia akan diminta apabila seseorang log masuk ke akaun anda. Jika itu bukan anda, tukar kata laluan dengan segera.",
      action: "Lihat faktor kedua anda",
    },
    second_factor_removed: {
      title: "Faktor kedua telah dibuang",
      body: "Ia tidak lagi diminta. Jika itu bukan anda, tukar kata laluan dengan segera.",
      action: "Lihat faktor kedua anda",
    },
    recovery_codes_replaced: {
      title: "Kod pemulihan baharu telah dibuat",
      body: "Kod lama tidak lagi berfungsi. Jika itu bukan anda, tukar kata laluan dengan segera.",
      action: "Lihat faktor kedua anda",
    },
    grave_login_failed: {
      title: "Banyak log masuk gagal di {{organization}}",
      body: "Seseorang gagal log masuk {{count}} kali dalam sejam sebagai seorang ahli {{organization}}. Jika itu bukan ahli tersebut, minta mereka memilih kata laluan baharu dan menambah faktor kedua.",
      action: "Lihat siapa",
    },
    grave_everything_exported: {
      title: "Segala data {{organization}} telah dieksport",
      body: "Seorang ahli {{organization}} mengeksport segala yang ada di dalamnya. Jika itu tidak dipersetujui, tamatkan akses ahli itu dan semak log audit.",
      action: "Lihat siapa",
    },
    grave_signature_flood: {
      title: "Banyak kiriman dengan tandatangan salah di {{organization}}",
      body: "Satu sambungan {{organization}} menerima {{count}} kiriman dengan tandatangan yang salah dalam sejam. Tiada satu pun diterima. Sama ada kunci rahsia di kedai tidak sama dengan yang di sini, atau seseorang cuba menyamar sebagai kedai itu.",
      action: "Lihat sambungan mana",
    },
    member_role_changed: {
      title: "Peranan anda dalam {{organization}} kini {{role}}",
      body: "Seorang Pentadbir {{organization}} menukarnya daripada {{former}} kepada {{role}}. Ia berkuat kuasa mulai halaman anda yang seterusnya. Jika peranan itu tidak betul, tanya Pentadbir di sana.",
      action: "Lihat apa yang dibenarkan",
    },
    member_suspended: {
      title: "Akses anda ke {{organization}} digantung",
      body: "Seorang Pentadbir {{organization}} menggantungnya. Sehingga penggantungan ditarik balik, anda tidak dapat membuka apa-apa di sana; akaun anda dan organisasi anda yang lain kekal seperti biasa. Tanya Pentadbir di sana jika anda tidak tahu sebabnya.",
    },
    member_reinstated: {
      title: "Akses anda ke {{organization}} dipulihkan",
      body: "Seorang Pentadbir {{organization}} menarik balik penggantungan itu. Peranan anda sama seperti sebelumnya.",
      action: "Buka organisasi",
    },
    member_removed: {
      title: "Anda bukan lagi ahli {{organization}}",
      body: "Seorang Pentadbir {{organization}} mengeluarkan anda. Anda tidak dapat membuka apa-apa di sana; akaun anda dan organisasi anda yang lain kekal seperti biasa. Jika ini satu kesilapan, minta jemputan baharu daripada Pentadbir di sana.",
    },
    ownership_received: {
      title: "Anda kini pemilik {{organization}}",
      body: "Pemilik sebelum ini menyerahkan {{organization}} kepada anda. Tiada sesiapa dapat menarik balik akses anda di sana, dan hanya anda dapat menyerahkannya kepada orang lain.",
      action: "Lihat ahli-ahli",
    },
    ownership_given: {
      title: "Anda telah menyerahkan {{organization}}",
      body: "Seorang Pentadbir lain kini pemilik {{organization}}; anda kekal sebagai Pentadbir. Jika itu bukan anda, tukar kata laluan dengan segera dan tulis kepada privacy@orucrm.com.",
      action: "Lihat ahli-ahli",
    },
    mentioned: {
      title: "Satu catatan menyebut anda",
      body: "Rakan sekerja menyebut nama anda dalam catatan tentang seorang pelanggan.",
      action: "Baca catatan",
    },
    support_answered: {
      title: "Sokongan menjawab anda: {{reference}}",
      body: "Ada jawapan kepada soalan anda dalam {{organization}}.",
      action: "Baca jawapan",
    },
    shop_silent: {
      title: "{{connection}} tiba-tiba senyap",
      body: "Tiada kiriman diterima daripada {{connection}} selama {{hours}} jam. Mengikut rentak biasanya, kedai ini hanya sesenyap ini secara kebetulan sekali dalam {{count}} minggu. Buka sambungan ini untuk melihat apa yang boleh dilakukan.",
      action: "Buka sambungan",
    },
    shop_switched_off: {
      title: "{{connection}} tidak lagi menghantar pesanan",
      body: "Tiada kiriman diterima daripada {{connection}} selama {{hours}} jam, dan kedai itu memberitahu bahawa webhooknya telah dimatikan atau tiada lagi. Buka sambungan ini dan daftarkan semula webhooknya.",
      action: "Daftarkan semula webhook",
    },
    policy_news: {
      title: "Dasar privasi kami berubah pada {{version}}",
      body: "Anda boleh membaca perubahannya sekarang, perkataan demi perkataan. Sebelum tarikh itu, tiada apa-apa berubah bagi anda. Mulai tarikh itu, kami meminta anda menerimanya; anda juga boleh mengeksport data atau menutup akaun.",
      action: "Baca perubahannya",
    },
    product_news: {
      title: "Berita tentang OruCRM",
      body: "Ada sesuatu yang baharu dalam OruCRM.",
      action: "Buka",
    },
  },
  mail: { unsubscribe: "Hentikan e-mel produk" },
  preferences: {
    title: "Apa yang diberitahu",
    lead: "Pilihan ini milik anda sahaja dan terpakai untuk semua organisasi anda.",
    saved: "Disimpan.",
    save: "Simpan pilihan",
    always: "Sentiasa hidup",
    service: {
      title: "Perkhidmatan dan keselamatan",
      body: "Log masuk dari peranti baharu, pertukaran kata laluan dan akses anda, jawapan sokongan. Semuanya dihantar melalui e-mel dan dalam aplikasi serta tidak boleh dimatikan: tanpanya anda tidak akan sedar jika ada masalah.",
    },
    product: {
      title: "Berita produk",
      body: "Ciri baharu, sekali-sekala.",
      mail: "Melalui e-mel",
      inApp: "Dalam aplikasi",
    },
    policy: {
      title: "Perubahan dasar privasi",
      body: "E-mel sentiasa dihantar. Pemberitahuan dalam aplikasi boleh anda tinggalkan.",
      inApp: "Dalam aplikasi",
    },
  },
};

export const notifications = {
  title: "Notifications",
  lead: "What happened with your account and the service. Kept for a year.",
  empty: {
    title: "No notifications yet",
    body: "News about your account's security, answers from support and changes of the service appear here.",
  },
  unread: "Unread",
  markRead: "Mark as read",
  markAllRead: "Mark all as read",
  preferencesLink: "What you are told",
  about: "In {{organization}}",
  kinds: {
    new_device: {
      title: "Log-in from a new device",
      body: "Somebody logged in to your account from a browser or place that you had not used before. If it was not you, end that session and change your password.",
      action: "See your sessions",
    },
    password_changed: {
      title: "Your password was changed",
      body: "Your other sessions were ended. If it was not you, ask for a new password at once.",
      action: "See your sessions",
    },
    email_changed: {
      title: "Your email address was changed",
      body: "From now on you log in with the new address. The former one got a link to undo this.",
      action: "See your sessions",
    },
    email_change_undone: {
      title: "The change of your email address was undone",
      body: "Your former address is back and all sessions were ended. Choose a new password if you have not yet.",
      action: "See your sessions",
    },
    second_factor_added: {
      title: "A second factor was added",
      body: "It is asked for when somebody logs in to your account. If it was not you, change your password at once.",
      action: "See your second factors",
    },
    second_factor_removed: {
      title: "A second factor was removed",
      body: "It is no longer asked for. If it was not you, change your password at once.",
      action: "See your second factors",
    },
    recovery_codes_replaced: {
      title: "New recovery codes were made",
      body: "The former ones no longer work. If it was not you, change your password at once.",
      action: "See your second factors",
    },
    grave_login_failed: {
      title: "Many failed log-ins in {{organization}}",
      body: "Somebody failed {{count}} times within an hour to log in as one member of {{organization}}. If it was not the member, ask them to choose a new password and to add a second factor.",
      action: "See who it is",
    },
    grave_everything_exported: {
      title: "Everything of {{organization}} was exported",
      body: "A member of {{organization}} exported everything that it has. If that was not agreed, end the member's access and look into the audit log.",
      action: "See who it was",
    },
    grave_signature_flood: {
      title: "Many deliveries with a wrong signature in {{organization}}",
      body: "A connection of {{organization}} was sent {{count}} deliveries with a wrong signature within an hour. None of them was taken. Either the secret in the shop is not the one here, or somebody is trying to pass for the shop.",
      action: "See which connection",
    },
    member_role_changed: {
      title: "Your role in {{organization}} is now {{role}}",
      body: "An Admin of {{organization}} changed it from {{former}} to {{role}}. It counts from your next page on. If it should be another one, ask an Admin there.",
      action: "See what the role may do",
    },
    member_suspended: {
      title: "Your access to {{organization}} is suspended",
      body: "An Admin of {{organization}} suspended it. Until it is lifted you cannot open anything there; your account and your other organizations stay as they are. Ask an Admin there if you do not know why.",
    },
    member_reinstated: {
      title: "Your access to {{organization}} is back",
      body: "An Admin of {{organization}} lifted the suspension. You have the role that you had before.",
      action: "Open the organization",
    },
    member_removed: {
      title: "You no longer belong to {{organization}}",
      body: "An Admin of {{organization}} removed you. You cannot open anything there; your account and your other organizations stay as they are. If it was a mistake, ask an Admin there for a new invitation.",
    },
    ownership_received: {
      title: "You now own {{organization}}",
      body: "The owner before you handed {{organization}} over. Nobody can take your access away there, and you alone can hand it on.",
      action: "See the members",
    },
    ownership_given: {
      title: "You handed {{organization}} over",
      body: "Another Admin owns {{organization}} now; you stay an Admin. If it was not you, change your password at once and write to privacy@orucrm.com.",
      action: "See the members",
    },
    mentioned: {
      title: "A note mentions you",
      body: "A colleague named you in a note about a customer.",
      action: "Read the note",
    },
    support_answered: {
      title: "Support answered you: {{reference}}",
      body: "There is an answer to your question in {{organization}}.",
      action: "Read the answer",
    },
    shop_silent: {
      title: "{{connection}} has gone silent",
      body: "No delivery has come from {{connection}} for {{hours}} h. By its own rhythm it is as silent by chance once in {{count}} weeks. Open the connection to see what can be done.",
      action: "Open the connection",
    },
    shop_switched_off: {
      title: "{{connection}} no longer sends its orders",
      body: "No delivery has come from {{connection}} for {{hours}} h, and the shop says that its webhooks are switched off or gone. Open the connection and register them again.",
      action: "Register the webhooks again",
    },
    policy_news: {
      title: "Our privacy policy changes on {{version}}",
      body: "You can read now what changes, word by word. Until then nothing changes for you. From that day on, we ask you to accept it; you can also export your data or close your account.",
      action: "Read what changes",
    },
    product_news: { title: "News about OruCRM", body: "There is something new in OruCRM.", action: "Open" },
  },
  mail: { unsubscribe: "No more product mail" },
  preferences: {
    title: "What you are told",
    lead: "These choices are yours alone and hold for all of your organizations.",
    saved: "Saved.",
    save: "Save choices",
    always: "Always on",
    service: {
      title: "Service and security",
      body: "Log-ins from new devices, changes of your password and of your access, answers from support. They come by mail and in the app and cannot be switched off: without them you would not notice that something is wrong.",
    },
    product: {
      title: "Product news",
      body: "New features, now and then.",
      mail: "By mail",
      inApp: "In the app",
    },
    policy: {
      title: "Changes of the privacy policy",
      body: "The mail always comes. The notification in the app you can leave out.",
      inApp: "In the app",
    },
  },
};

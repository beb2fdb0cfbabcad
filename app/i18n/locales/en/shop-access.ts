export const shopAccess = {
  oneClick: {
    title: "Connect with one click",
    woocommerce:
      "Say yes once in your shop. It hands us keys to its interface, and we set up all its webhooks ourselves.",
    shopify:
      "Install the app that you made for OruCRM in your shop. We then set up all its webhooks ourselves.",
    begin: "Connect with {{platform}}",
    token:
      "With the account’s API token we can bring in past sales, and check each one that a webhook tells us of.",
    leaves: "You go to your shop, approve there, and come back here.",
    manual: "Or set it up by hand",
  },
  address: "Address of the shop",
  addressHelp: "As in the browser when you open it, such as www.kedai.my.",
  app: {
    title: "Make the app in Shopify first",
    steps:
      "In Shopify’s Dev Dashboard, create an app. Enter the redirect URL and the scopes below, release the version, then copy the client ID and the secret here.",
    redirectUrl: "Redirect URL",
    scopes: "Scopes",
    clientId: "Client ID",
    clientSecret: "Client secret",
  },
  keys: {
    title: "I already have API keys",
    help: "Make them in WooCommerce under Settings → Advanced → REST API, with “Read/Write” permission.",
    consumerKey: "Consumer key",
    consumerSecret: "Consumer secret",
    save: "Use these keys",
  },
  token: {
    title: "Let us read your sales",
    token: "API token",
    help: "In OnPay under Tetapan → Sistem → API & Webhook.",
    addressHelp: "As in the browser, such as kedai.onpay.my.",
    save: "Use this token",
  },
  card: {
    title: "Access to the shop",
    account: "Shop",
    since: "Since",
    used: "Last used",
    webhooks: "Webhooks",
    never: "Not yet",
    state: {
      registered: "All on",
      missing: "Some are missing",
      switched_off: "Some are switched off",
      unknown: "Not registered yet",
    },
    check: "Ask the shop",
    register: "Register again",
    registerFirst: "Register the webhooks",
    drop: "Delete the keys",
    dropTitle: "Delete the keys to “{{account}}”?",
    dropConfirm:
      "We can then neither look after the shop’s webhooks nor fetch anything from it. Deliveries go on. Take the keys back in the shop as well.",
  },
  broken: "The shop no longer lets us in",
  webhooksOff:
    "The shop no longer sends everything: somebody or the shop itself switched webhooks off or deleted them. Register them again.",
  finish: {
    title: "Finishing the connection",
    waiting: "Setting up the webhooks in your shop. This takes a few seconds.",
    nothing: "Nothing came back from a shop. Begin from the connection’s page.",
    button: "Finish",
    failed: "It is not finished yet",
    back: "Back to the connection",
    again: "Try again",
  },
  approval: {
    denied:
      "Access was refused in the shop. Begin again and approve there, or set the connection up by hand.",
    expired:
      "This approval has expired, was used already, or was begun in another browser. Go back to the connection and begin again.",
    notGenuine:
      "What came back was not signed by your shop’s app. Check the client secret, then begin again from the connection.",
  },
  noKeys:
    "There are no keys to this shop yet. Connect it with one click, or paste its API keys, and try again.",
  errors: {
    shopAddressMissing: "Enter the shop’s address.",
    otherShop: "This connection belongs to another shop. Use its own address, or make a new connection.",
    clientIdMissing: "Paste the client ID of the app.",
    clientIdWrong: "This is no client ID: it has 32 characters from 0–9 and a–f. Copy it again.",
    clientSecretMissing: "Paste the client secret of the app.",
    tokenWrong: "This does not look like the token. Copy it again, without spaces before or after it.",
    consumerKeyWrong: "This is no consumer key: it begins with ck_. Copy it again.",
    consumerSecretWrong: "This is no consumer secret: it begins with cs_. Copy it again.",
  },
  refusals: {
    address_refused: "This address cannot be called. Use the shop’s public https address, without a port.",
    unreachable: "The shop cannot be reached. Check its address and that it is online, then try again.",
    timed_out: "The shop did not answer in time. Try again in a minute.",
    redirected:
      "The shop sends us to another address. Enter the one that stands in the browser when the shop is open.",
    too_large: "The shop answered with more than we can take. Ask whoever looks after the site.",
    busy: "The shop is busy, or asks us to wait. Try again in a few minutes.",
    not_json:
      "Something on the site blocks its REST interface, often a security plugin or firewall. Allow /wp-json/ there, then try again.",
    keys_refused:
      "The shop does not accept the keys: they are wrong, or were taken back. Connect it again to get new ones.",
    not_allowed:
      "The keys may not do this. Give them “Read/Write” permission in the shop, or have the app approved for this data, then try again.",
    not_found:
      "There is no such interface at this address. Check the address, that WooCommerce is active, and the permalinks under Settings → Permalinks.",
    refused: "The shop refused it. Try again; if it stays, set the webhooks up by hand with the guide below.",
    unexpected: "The shop answered something that we do not understand. Try again, or set it up by hand.",
  },
};

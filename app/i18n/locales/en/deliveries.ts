/** Why a delivery ended as it did, and what to do about it. Keys are the codes of `domain/deliveries/reasons`. */
export const deliveries = {
  next: "What to do",
  nothing: "Nothing to do.",
  reasons: {
    seen_before: {
      what: "The same delivery had come before.",
      next: "Nothing to do: shops repeat themselves when an answer is slow.",
    },
    older_state: {
      what: "Something newer about the same record had come before.",
      next: "Nothing to do: the newer state stands.",
    },
    nothing_to_apply: {
      what: "It was understood, and there was nothing in it to keep.",
      next: "Nothing to do.",
    },
    topic_not_used: {
      what: "OruCRM does not use this topic.",
      next: "You may remove this topic in the shop; leaving it does no harm.",
    },
    test_without_record: {
      what: "A test of the platform, without an order in it.",
      next: "Nothing to do: the address works. Real orders will follow.",
    },
    state_follows_in_update: {
      what: "The shop sends the record itself in another delivery.",
      next: "Nothing to do.",
    },
    no_money_refunded: {
      what: "A refund without money: nothing was given back.",
      next: "Nothing to do.",
    },
    consent_not_disclosed: {
      what: "The shop did not say what the customer agreed to.",
      next: "Nothing to do: what was known before stands.",
    },
    unknown_topic: {
      what: "The shop sent a topic that OruCRM does not know.",
      next: "Check the topic of the webhook in the shop. If it is one you need, write to us with this delivery’s id.",
    },
    unmappable_body: {
      what: "The delivery does not contain what its topic promises.",
      next: "See the detail for the fields concerned. A plug-in may have changed what the shop sends. Put it right there, then replay.",
    },
    needs_mapping: {
      what: "Nobody has said yet what the fields of these deliveries mean.",
      next: "Open the connection, say what the fields mean, then replay. Nothing is lost meanwhile.",
    },
    unknown_status: {
      what: "The order has a status that means nothing yet.",
      next: "Open the connection’s fields, give the word a meaning, then replay.",
    },
    webhook_user_lost_rights: {
      what: "The WordPress user of the webhook may no longer read orders.",
      next: "In WooCommerce, save the webhook again as an administrator, then save the order once more.",
    },
    shop_sent_error: {
      what: "The shop sent an error message in place of the record.",
      next: "Read the message below, put it right in the shop, then save the order there once more.",
    },
    not_json: {
      what: "The delivery is not JSON.",
      next: "In the shop, set the format of the webhook to JSON.",
    },
    not_utf8: {
      what: "The delivery is not UTF-8 text.",
      next: "A plug-in of the shop sends text in another encoding. Switch it off or set it to UTF-8.",
    },
    too_deep: {
      what: "The delivery is nested deeper than any order.",
      next: "A plug-in adds data to the order. Leave it out of the webhook.",
    },
    body_missing: {
      what: "What the shop sent is no longer stored.",
      next: "Save the record in the shop once more, so that it sends it again.",
    },
    could_not_apply: {
      what: "It was understood, but could not be written into your data.",
      next: "Replay it. If it fails again, write to us with this delivery’s id.",
    },
  },
};

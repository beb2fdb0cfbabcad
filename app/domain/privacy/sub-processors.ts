/** Somebody who processes data for us. */
export type SubProcessor = {
  name: string;
  /** Keys below `privacy:processors`. */
  purpose: "edge" | "database" | "email" | "payments" | "whatsapp" | "ai";
  /** Where the data is processed; keys below `privacy:regions`. */
  region: "nearest" | "singapore" | "unitedStates" | "worldwide";
  /** `always`, or only for organizations that use what it serves. */
  used: "always" | "byChoice";
  /** Host names, or their endings, that our code calls. */
  hosts: readonly string[];
};

/** The public list. A test holds it against the hosts that the code reaches out to. */
export const SUB_PROCESSORS: readonly SubProcessor[] = [
  { name: "Cloudflare", purpose: "edge", region: "nearest", used: "always", hosts: [] },
  { name: "Neon", purpose: "database", region: "singapore", used: "always", hosts: ["neon.tech"] },
  { name: "Resend", purpose: "email", region: "unitedStates", used: "always", hosts: ["api.resend.com"] },
  { name: "Stripe", purpose: "payments", region: "worldwide", used: "byChoice", hosts: ["api.stripe.com"] },
  {
    name: "Meta (WhatsApp Business)",
    purpose: "whatsapp",
    region: "worldwide",
    used: "byChoice",
    hosts: ["graph.facebook.com"],
  },
  { name: "OpenAI", purpose: "ai", region: "unitedStates", used: "byChoice", hosts: ["api.openai.com"] },
  {
    name: "Anthropic",
    purpose: "ai",
    region: "unitedStates",
    used: "byChoice",
    hosts: ["api.anthropic.com"],
  },
  {
    name: "Google Gemini",
    purpose: "ai",
    region: "worldwide",
    used: "byChoice",
    hosts: ["generativelanguage.googleapis.com"],
  },
  { name: "OpenRouter", purpose: "ai", region: "unitedStates", used: "byChoice", hosts: ["openrouter.ai"] },
];

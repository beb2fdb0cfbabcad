import type { Role } from "../../../app/domain/organizations/permissions";

export const ORGANIZATION = {
  slug: "kedai-sari-rasa",
  name: "Kedai Sari Rasa",
  currency: "MYR",
  timeZone: "Asia/Kuala_Lumpur",
  details: {
    registrationNumber: "202603123456 (JM0912345-X)",
    phone: "+60 3-5555 0123",
    website: "https://kedaisarirasa.example.com",
    address: "12, Jalan Melati 3/2, Taman Sri Indah, 40100 Shah Alam, Selangor",
  },
};

/** Of all members of the demo organization, on this machine only. */
export const DEMO_PASSWORD = "sambal-belacan";

type Member = { email: string; name: string; role: Role; language: "en" | "ms" };

/** The one that a new user is told of. */
export const ADMIN: Member = {
  email: "demo@orucrm.test",
  name: "Sarimah binti Hassan",
  role: "admin",
  language: "en",
};

/** One of each role, so that it can be seen what each may do. */
export const MEMBERS: readonly Member[] = [
  ADMIN,
  { email: "manager@orucrm.test", name: "Chong Kah Wai", role: "manager", language: "en" },
  { email: "analyst@orucrm.test", name: "Thivya A/P Muniandy", role: "analyst", language: "en" },
  { email: "member@orucrm.test", name: "Amirul Haziq bin Ramli", role: "member", language: "ms" },
  { email: "viewer@orucrm.test", name: "Stella anak Jimbai", role: "viewer", language: "en" },
];

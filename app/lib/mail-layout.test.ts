import { describe, expect, test } from "vitest";
import { layoutMail } from "./mail-layout";

const parts = {
  language: "en",
  title: "Confirm <your> email",
  paragraphs: ['A "quoted" word & more', "<script>alert(1)</script>"],
  action: { label: "Confirm", url: 'https://app.orucrm.com/verify?token=a&b="><img src=x>' },
  footer: ["OruCRM", "privacy@orucrm.com"],
  footerLink: { label: "No <b>more", url: 'https://app.orucrm.com/unsubscribe?token=a&b="><img src=x>' },
};

describe("layoutMail", () => {
  test("escapes whatever stands in it", () => {
    const { html } = layoutMail(parts);
    expect(html).not.toMatch(/<script|<img|<your>/);
    expect(html).toContain("Confirm &lt;your&gt; email");
    expect(html).toContain('href="https://app.orucrm.com/verify?token=a&amp;b=&quot;&gt;&lt;img src=x&gt;"');
  });

  test("says the same in plain text, with the whole link on a line of its own", () => {
    const { text } = layoutMail({ ...parts, action: { label: "Confirm", url: "https://x.example/a" } });
    expect(text.split("\n")).toContain("https://x.example/a");
    for (const words of [...parts.paragraphs, ...parts.footer]) expect(text).toContain(words);
  });

  test("loads nothing from anywhere", () => {
    const link = { label: "Confirm", url: "https://x.example/a" };
    const plain = { ...parts, action: link, footerLink: link };
    expect(layoutMail(plain).html).not.toMatch(/\ssrc=|url\(|<link/);
  });
});

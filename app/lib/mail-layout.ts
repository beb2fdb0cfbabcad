import { escapeHtml } from "./escape-html";

export type MailParts = {
  language: string;
  title: string;
  paragraphs: readonly string[];
  action?: { label: string; url: string };
  footer: readonly string[];
  /** A quiet link below the footer. */
  footerLink?: { label: string; url: string };
};

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif";

/** The same words as plain text and as a small HTML page that needs no images. Everything is escaped. */
export function layoutMail(parts: MailParts): { text: string; html: string } {
  return { text: plainText(parts), html: htmlPage(parts) };
}

/** Without the title, which the subject repeats. */
function plainText({ paragraphs, action, footer, footerLink }: MailParts): string {
  const link = action ? [`${action.label}:\n${action.url}`] : [];
  const end = footerLink ? [...footer, `${footerLink.label}:`, footerLink.url] : footer;
  return [...paragraphs, ...link, `--\n${end.join("\n")}`].join("\n\n");
}

function htmlPage({ language, title, paragraphs, action, footer, footerLink }: MailParts): string {
  const body = paragraphs.map((text) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`).join("");
  const small = footer.map((text) => `<p style="margin:0 0 4px">${escapeHtml(text)}</p>`).join("");
  return (
    `<!doctype html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title></head>` +
    `<body style="margin:0;padding:32px 16px;background:#f7f6f3;${FONT};font-size:15px;line-height:1.55;color:#24231f">` +
    `<div style="max-width:520px;margin:0 auto;padding:32px;background:#fff;border:1px solid #e4e2dc;border-radius:10px">` +
    `<p style="margin:0 0 24px;font-weight:600;color:#0b5d5a">OruCRM</p>` +
    `<h1 style="margin:0 0 16px;font-size:20px;font-weight:600">${escapeHtml(title)}</h1>` +
    body +
    (action ? button(action) : "") +
    `</div><div style="max-width:520px;margin:16px auto 0;font-size:12px;color:#6d6a62">${small}${quietLink(footerLink)}</div></body></html>`
  );
}

function quietLink(link: MailParts["footerLink"]): string {
  if (!link) return "";
  return `<p style="margin:0"><a href="${escapeHtml(link.url)}" style="color:#6d6a62">${escapeHtml(link.label)}</a></p>`;
}

/** The address is also written out, for readers that show no buttons. */
function button({ label, url }: { label: string; url: string }): string {
  const href = escapeHtml(url);
  return (
    `<p style="margin:24px 0"><a href="${href}" style="display:inline-block;padding:12px 20px;border-radius:6px;` +
    `background:#0b5d5a;color:#fff;text-decoration:none">${escapeHtml(label)}</a></p>` +
    `<p style="margin:0;font-size:12px;color:#6d6a62;word-break:break-all">${href}</p>`
  );
}

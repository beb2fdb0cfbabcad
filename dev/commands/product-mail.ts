import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { checkNews, countReaders, newsKey, openNews } from "../operators/product-news";
import { withOwner } from "../operators/with-owner";
import { Refusal, reportFailure } from "../refusal";

const USAGE = `npm run product-mail -- --subject "…" --file en.txt --subject-ms "…" --file-ms ms.txt
tells what would be sent, and to how many; with --send the app sends it, each user once.`;

/** `npm run product-mail`: news about the product, for everybody who has not switched it off. A rehearsal unless `--send`. */
async function main(): Promise<void> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    options: { subject: text, file: text, "subject-ms": text, "file-ms": text, send: { type: "boolean" } },
  });
  const { subject, file, "subject-ms": subjectMs, "file-ms": fileMs, send = false } = values;
  if (!subject || !file || !subjectMs || !fileMs) throw new Refusal(USAGE);
  const wordsOf = (title: string, path: string) => ({
    subject: title,
    body: readFileSync(path, "utf8").trim(),
  });
  const news = { en: wordsOf(subject, file), ms: wordsOf(subjectMs, fileMs) };
  checkNews(news);
  await withOwner(async (client) => {
    const { users, mailed } = await countReaders(client);
    console.log(`${newsKey(news)}: ${users} users, ${mailed} of them by mail.`);
    for (const words of [news.en, news.ms]) console.log(`\n${words.subject}\n\n${words.body}`);
    if (!send) return console.log("\nThis was a rehearsal: nothing was sent. Add --send to send it.");
    if (!(await openNews(client, news))) throw new Refusal("News with this subject was sent before.");
    console.log("\nThe app tells 1,000 users and mails 500 every five minutes.");
  });
}

main().catch(reportFailure);

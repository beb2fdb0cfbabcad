import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { answerRequest, listOpenRequests, showRequest } from "../operators/support-desk";
import { withOwner } from "../operators/with-owner";
import { Refusal, reportFailure } from "../refusal";

const USAGE = `npm run support -- list                              what waits for an answer
npm run support -- show <reference>                  a whole thread
npm run support -- answer <reference> --file <file>  answers with the file's text`;

/** `npm run support`: what members asked, and the answers of operators. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { file: { type: "string" } },
  });
  const [act, reference = ""] = positionals;
  await withOwner(async (client) => {
    if (act === "list") {
      const lines = await listOpenRequests(client);
      console.log(lines.length > 0 ? lines.join("\n") : "Nothing waits for an answer.");
    } else if (act === "show" && reference) {
      console.log((await showRequest(client, reference)).join("\n"));
    } else if (act === "answer" && reference && values.file) {
      await answerRequest(client, reference, readFileSync(values.file, "utf8"));
      console.log(`Answered ${reference}. The mail goes out within five minutes.`);
    } else throw new Refusal(USAGE);
  });
}

main().catch(reportFailure);

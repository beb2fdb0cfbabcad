import { migrateDatabase } from "../migrate";
import { Refusal, reportFailure } from "../refusal";

/** `npm run db:migrate`, for the database that DATABASE_OWNER_URL names. */
async function main(): Promise<void> {
  const ownerUrl = process.env.DATABASE_OWNER_URL;
  if (!ownerUrl) {
    throw new Refusal(
      'Set DATABASE_OWNER_URL to the owner\'s connection string, then run "npm run db:migrate" again. "npm run dev" migrates its own database by itself.',
    );
  }
  const applied = await migrateDatabase(ownerUrl);
  console.log(applied === 0 ? "The database is up to date." : `Applied ${applied} migrations.`);
}

main().catch(reportFailure);

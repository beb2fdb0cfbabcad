import { importScreens } from "./import-screens";

export const imports = {
  ...importScreens,
  errors: {
    fileGone: "The rows of this file are no longer stored. Import the file again.",
    isComplete: "This file has arrived already. Load the page again and go on from there.",
    isUnderWay: "This import is under way or over. Load the page again to see where it is.",
    partUnreadable:
      "A part of the file could not be read. Load the page again and choose the file once more.",
    partDamaged:
      "A part of the file was damaged on its way. It is sent again; if this goes on, check your connection.",
    partsMissing:
      "Parts of the file have not arrived. Load the page again and choose the same file to go on.",
    notNow: "This import is not at that step. Load the page again to see where it is.",
    notMatched: "Match the columns first.",
    settingsUnknown: "The columns changed meanwhile. Load the page again and match them once more.",
    matchedTwice: "Two columns are matched with the same field. Leave one of them out.",
    keyMissing: "Match a column with what identifies a record, or choose another identifier.",
    fieldsMissing:
      "New records need more columns: orders a date and a total (their own or that of their items), products a name. Match them, or choose to update only.",
    consentSource: "Say where and by which words people agreed, or leave the consent column out.",
    fieldGone: "A custom field of this import was removed or archived. Match the columns again.",
    shopGone: "The shop of this import was removed. Choose another one.",
    tooMany: "{{most}} imports were begun today, which is the most. Go on tomorrow.",
  },
  rejected: {
    title: "Rejected rows",
    row: "Row",
    column: "Column",
    found: "Found",
    expected: "Expected",
    fix: "How to fix it",
  },
  problems: {
    cellError: {
      expected: "A value",
      fix: "The spreadsheet could not work this cell out. Correct its formula, or write the value.",
    },
    keyMissing: {
      expected: "A value that identifies the record",
      fix: "Fill in this cell, or choose another identifier for the whole file.",
    },
    email: {
      expected: "An email address such as nama@contoh.my",
      fix: "Correct the address, or leave the cell empty.",
    },
    phone: {
      expected: "A phone number such as 012-345 6789 or +60 12-345 6789",
      fix: "Correct the number, or leave the cell empty. Numbers of other countries begin with + and the calling code.",
    },
    phoneRounded: {
      expected: "A phone number with all of its digits",
      fix: "The spreadsheet rounded this number. Format the column as text in the spreadsheet, enter the number again and save.",
    },
    country: {
      expected: "A country's name or two-letter code, such as MY",
      fix: "Write the two-letter code.",
    },
    tooLong: { expected: "At most {{most}} characters", fix: "Shorten the text." },
    tooManyTags: { expected: "At most {{most}} tags, with commas between them", fix: "Leave some tags out." },
    noRoomForTags: {
      expected: "At most {{most}} tags in the organization",
      fix: "The row is taken without these tags. Delete or merge some tags, then import it again.",
    },
    tagTooLong: {
      expected: "Tags of at most {{most}} characters, with commas between them",
      fix: "Shorten the tag, or put a comma between two of them.",
    },
    notYesNo: { expected: "Yes or no", fix: "Write yes or no, or leave the cell empty." },
    consentAddress: {
      expected: "A valid address of the channel in the same row",
      fix: "Fill in the email or phone that the consent is about.",
    },
    erased: {
      expected: "Somebody who has not asked to be forgotten",
      fix: "This person was erased at their request. Leave the row out; a new order brings them back.",
    },
    taken: {
      expected: "A value that no other customer has",
      fix: "Another customer has this value of a unique field, perhaps one in the trash. Correct it here or there.",
    },
    required: { expected: "A value", fix: "Fill in this cell." },
    fieldRequired: {
      expected: "A value of “{{name}}”",
      fix: "New customers need one. Fill it in, match a column with this field, or give it a default in Settings.",
    },
    orderNumberMissing: {
      expected: "An order number, or only an item of the order above",
      fix: "Fill in the number. Where the row is one more item of the order above, leave the order's other cells empty too.",
    },
    tooLongUnique: { expected: "A shorter text", fix: "Shorten the text to 200 characters." },
    notNumber: {
      expected: "A number",
      fix: "Write digits only, with the decimal sign that was chosen for the file.",
    },
    notMoney: {
      expected: "An amount such as 12.50",
      fix: "Write the amount as a number, with the decimal sign that was chosen for the file.",
    },
    noCurrency: {
      expected: "An amount with its currency",
      fix: "Write the currency's code in front, for example MYR 12.50.",
    },
    notDate: {
      expected: "A date in the order that was chosen for the file",
      fix: "Correct the date, or choose another order of day and month.",
    },
    notOption: {
      expected: "One of the field's choices",
      fix: "Write a choice as it is spelled in Settings, or add it there.",
    },
    notUrl: {
      expected: "A web address such as https://kedai.my",
      fix: "Correct the address, or leave the cell empty.",
    },
    notCurrency: {
      expected: "A currency's three-letter code, such as MYR",
      fix: "Write the three-letter code.",
    },
    notStatus: { expected: "A status that we know: {{known}}", fix: "Write one of these." },
    missing: { expected: "A value", fix: "New records need this. Fill in the cell." },
    shopTold: {
      expected: "A record that no shop tells of itself",
      fix: "What its shop says, or a person entered, stands. Correct it on its own page.",
    },
    otherCurrency: {
      expected: "An amount in {{currency}}, like the rest of the row",
      fix: "Write the row's amounts in one currency.",
    },
    negative: {
      expected: "An amount that is not below zero",
      fix: "Write the amount without its minus sign, or leave the cell empty.",
    },
    orderDiffers: {
      expected: "The same value in all rows of an order",
      fix: "Make the rows of this order agree.",
    },
    tooManyItems: { expected: "At most {{most}} items in an order", fix: "Split the order." },
  },
};

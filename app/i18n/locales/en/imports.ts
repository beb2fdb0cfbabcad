export const imports = {
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
      "New records need more columns: orders a date and a total, products a name. Match them, or choose to update only.",
    consentSource: "Say where and by which words people agreed, or leave the consent column out.",
    fieldGone: "A custom field of this import was removed or archived. Match the columns again.",
    shopGone: "The shop of this import was removed. Choose another one.",
    tooMany: "{{most}} imports were begun today, which is the most. Go on tomorrow.",
  },
};

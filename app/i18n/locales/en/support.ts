export const support = {
  title: "Support",
  lead: "Ask us anything about OruCRM. The answer appears here and comes by mail.",
  privacy: "About privacy you can also write to",
  ask: {
    title: "Ask a question",
    subject: "What it is about",
    body: "Your question",
    bodyHelp:
      "Say what you did, what you expected and what happened instead. Leave out passwords and customers' details.",
    submit: "Send to support",
  },
  list: {
    title: "Your questions",
    ofOrganization: "Your organization's questions",
    empty: "You have not asked anything yet.",
    columns: { subject: "About", state: "State", askedBy: "Asked by", updated: "Last change" },
  },
  states: { open: "Waiting for us", answered: "Answered", closed: "Closed" },
  thread: {
    you: "A member",
    operator: "OruCRM support",
    reply: "Write again",
    replySubmit: "Send",
    close: "Close the question",
    closedHint: "This question is closed. Writing again opens it.",
  },
  errors: {
    subjectCharacters: "Use one line of letters, numbers and ordinary signs.",
    bodyCharacters: "There is a character in this text that cannot be kept. Type it again without it.",
  },
};

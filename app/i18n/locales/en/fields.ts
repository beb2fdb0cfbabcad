export const fields = {
  problems: {
    required: "This field needs a value.",
    tooLong: "Too long: 2,000 characters at most.",
    tooLongUnique: "Too long for a field whose values must differ: 200 characters at most.",
    notNumber: "“{{found}}” is not a number. Write it like 1234.5.",
    notMoney: "“{{found}}” is not an amount. Write it like 12.50 or RM 12.50.",
    noCurrency: "No currency is known for “{{found}}”. Write it with its code, like MYR 12.50.",
    notDate: "“{{found}}” is not a date. Write it like 23/11/2026 or 2026-11-23.",
    notYesNo: "“{{found}}” is neither yes nor no. Write yes or no.",
    notOption: "“{{found}}” is none of the choices. Use a choice of the field, or add it under Settings.",
    notUrl: "“{{found}}” is not a web address. Write it like https://example.com.",
  },
};

/** What a file may hold at most. Sizes in bytes; a cell in characters. */
export const FILE_LIMITS = {
  bytes: 100_000_000,
  rows: 1_000_000,
  columns: 200,
  cell: 32_000,
  /** Of a workbook's parts together, unpacked. */
  unpacked: 400_000_000,
  /** How much a workbook's part may grow while it is unpacked, once it is past the first bytes. */
  growth: 250,
  growthFrom: 4_000_000,
} as const;

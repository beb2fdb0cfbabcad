/** The times that the dashboard looks at; docs/metrics.md says where each begins and ends. */
export const WINDOWS = ["today", "yesterday", "month", "before"] as const;
export type Window = (typeof WINDOWS)[number];

/** How many days the chart and the `month` window have. */
export const MONTH_DAYS = 30;

/** Counted orders of one currency over one time; minor units. */
export type Sales = { orders: number; grossMinor: number; refundedMinor: number };

const NO_SALES: Sales = { orders: 0, grossMinor: 0, refundedMinor: 0 };

/** Revenue: what was sold less what was given back. */
export function netMinor(sales: Sales): number {
  return sales.grossMinor - sales.refundedMinor;
}

/** Revenue per order, rounded half up to the minor unit; null without orders. */
export function averageOrderMinor(sales: Sales): number | null {
  return sales.orders === 0 ? null : Math.round(netMinor(sales) / sales.orders);
}

/** 0.12 is 12 % more than before; null when there is nothing to compare with. */
export function changeRatio(now: number, before: number): number | null {
  return before > 0 ? now / before - 1 : null;
}

export type CurrencyDay = Sales & { currency: string; day: string };
export type CurrencyWindow = Sales & { currency: string; window: Window };

/** A day of the chart with its revenue and that of the day 30 days earlier; minor units. */
export type DayRevenue = { day: string; netMinor: number; beforeNetMinor: number };

export type CurrencySales = { currency: string; windows: Record<Window, Sales>; days: DayRevenue[] };

/**
 * One entry per currency, never a sum across: the organization's own first, then
 * by orders of the month. Its own is there even without sales. `days` are the 60
 * local days that end today.
 */
export function salesByCurrency(
  windows: readonly CurrencyWindow[],
  dayRows: readonly CurrencyDay[],
  own: { currency: string; days: readonly string[] },
): CurrencySales[] {
  const currencies = new Set([own.currency, ...windows.map((row) => row.currency)]);
  const all = [...currencies].map((currency) => ({
    currency,
    windows: windowsOf(windows.filter((row) => row.currency === currency)),
    days: daysOf(
      dayRows.filter((row) => row.currency === currency),
      own.days,
    ),
  }));
  const rank = (sales: CurrencySales) =>
    sales.currency === own.currency ? Number.POSITIVE_INFINITY : sales.windows.month.orders;
  return all.sort((a, b) => rank(b) - rank(a) || a.currency.localeCompare(b.currency));
}

function windowsOf(rows: readonly CurrencyWindow[]): Record<Window, Sales> {
  const of = (window: Window): Sales => {
    const row = rows.find((candidate) => candidate.window === window);
    return row
      ? { orders: row.orders, grossMinor: row.grossMinor, refundedMinor: row.refundedMinor }
      : NO_SALES;
  };
  return { today: of("today"), yesterday: of("yesterday"), month: of("month"), before: of("before") };
}

function daysOf(rows: readonly CurrencyDay[], days: readonly string[]): DayRevenue[] {
  const net = new Map(rows.map((row) => [row.day, netMinor(row)]));
  const shown = days.slice(-MONTH_DAYS);
  const earlier = days.slice(-2 * MONTH_DAYS, -MONTH_DAYS);
  return shown.map((day, index) => ({
    day,
    netMinor: net.get(day) ?? 0,
    beforeNetMinor: net.get(earlier[index] ?? "") ?? 0,
  }));
}

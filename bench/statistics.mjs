/** Quantile of numbers, by linear interpolation between the sorted ones. */
export function quantile(values, share) {
  const sorted = Float64Array.from(values).sort();
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

export const median = (values) => quantile(values, 0.5);

/** Median with the quartiles around it: the statistic of every time that is printed. */
export const spread = (values) => ({ median: median(values), lower: quantile(values, 0.25),
  upper: quantile(values, 0.75) });

export const showSpread = ({ median: middle, lower, upper }) =>
  `${digits(middle)} (${digits(lower)}..${digits(upper)})`;

/** Three significant digits. */
export const digits = (value) => (value >= 100 ? value.toFixed(0) : Number(value.toPrecision(3)).toString());

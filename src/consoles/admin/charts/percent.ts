/** A share of a chart's width. Charts are as wide as their page: across in percent, down in pixels, so that words keep their size. */
export const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`

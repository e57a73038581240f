const postcode = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/

/** A postcode of the United Kingdom in capitals, and its first half; undefined when it is none. */
export function readPostcode(text: string): { postcode: string; outcode: string } | undefined {
  const [, outcode, inward] = postcode.exec(text.replace(/\s/g, '').toUpperCase()) ?? []
  return outcode ? { postcode: `${outcode} ${inward}`, outcode } : undefined
}

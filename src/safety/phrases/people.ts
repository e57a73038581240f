const set = (list: string) => new Set(list.trim().split(/\s+/))

export const own = set('i im ive ill id myself mine me weve')

const relatives = `mum mums mam mams mom mother mothers dad dads father nan nans nana nanna gran grans grandma granny grandmother grandad
  sister sisters brother brothers aunt aunts auntie aunties aunty uncle cousin cousins daughter daughters son sons husband husbands hubby wife wifes partner partners
  boyfriend girlfriend lad lass girl boy friend friends mate mates neighbour neighbours colleague niece nephew lady ladies woman women stepmum bloke man men
  someone somebody people patient patients client child children kid kids everyone people`

export const otherPeople = set(`${relatives} she shes her he hes his him they theyre theyve`)
/** The same as a word of a phrase. */
export const relative = relatives.trim().split(/\s+/).join('/')

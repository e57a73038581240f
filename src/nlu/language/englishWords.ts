/** English words of every sentence, dialect and text speak too, and some that are another language's words by accident. */
const everyday = new Set(
  `the and you your yours my mine have has had having haven havent can cant could couldnt with for of from this that these those thats what whats
  when where which who why how would wouldnt should shouldnt will wont not dont didnt doesnt isnt wasnt arent aint it its ive im id ill be been
  being was were am are youre theyre theyve were weve he she hes shes they them their his we our us if but or so as by about out up off over into
  any some too get got getting go going gone went want wanted need needed know think said say see come coming there here just because coz cos cuz
  bcos then than only very really again after before did does done make take tell told ask let like one two new day back still now yes yeah
  anyone someone something anything nothing everything every other another more much many well good right all an at wot wen dnt ur gonna wanna
  gotta cud shud wud wiv bin fer aint innit dis dat dem ova w8 gr8 m8 l8r nite
  mum mums mam mams hello hi hiya van list man mans name sat men nine male law face care
  mate stone hen menu bike medic sing cat mile ache bet wash dove bang gun cum pot fare faint beth karen level way wax bore data dare nae noo nicht
  yung nah oh ay aw ya ye yer hun urdu punjabi panjabi bengali sylheti somali gujarati hindi tamil polish nepali tagalog yoruba mamogram`.split(
    /\s+/,
  ),
)

/** Whether a word is plain English, whatever else it may be. */
export const isEverydayEnglish = (word: string): boolean => everyday.has(word)

const everywhere = new Set('me no do to in on is am as was are had an by we he or our us up go at so ten pan a i des'.split(' '))

/** English words that are words of every sentence in other languages too: they speak for little. */
export const isWordOfMany = (word: string): boolean => everywhere.has(word)

const year = '19*/200*/201*/2020/2021/2022/2023/2024'

const longAgo = [
  'years/yrs/year/yr/decades/ages ago/back',
  `in ${year}/80/80s/88/90s/70s/60s/childhood/lockdown/covid`,
  `in the 60s/70s/80s/90s/eighties/nineties/seventies/sixties/noughties/past`,
  `back/since in ${year}`,
  'last year',
  'long time/while ago',
  'as a/an child/kid/teenager/teen/girl/boy/student/young',
  'when i/she/he was/were a/an/young/younger/little/small/at/in/##/pregnant/eighteen/twelve/five/six/seven/eight/nine/ten/eleven',
  'in/during my teens/twenties/thirties/forties/youth/childhood/20s/30s/40s',
  'i/she/he/we/and used to',
  'growing up',
  'previously',
  'in the past',
  'history of',
  'survivor*',
  'earlier in my life',
  'after my divorce',
]

const lastTime = [
  'last time/one/mammogram/smear/screening/visit/appointment/go/scan/year/test',
  'previous mammogram/screening/time/one/smear',
  'first time/mammogram i/was/in',
  'time before',
]

const wasSo = [
  'had/was/were/did/got/used/bled/fainted/collapsed/hurt/suffered/diagnosed/treated/abused/raped/assaulted/tried/took/attempted/beat/hit/overdosed/passed/went/felt/came/died/happened/killed/hung/committed/cut/suicidal/survivor*/history',
]

/** Over and done with. */
const over = [
  'was/were/had/been/got .. removed/drained/excised/aspirated',
  'was/were/had/been/got it/them/one/cyst/lump/lumps taken out/off/away',
  'turned out',
  'was/were/were/is/all/been benign/nothing/harmless/fine',
  'was/were just/only',
  'came back/out benign/fine/clear/normal',
  'all gone/healed/better/settled',
  'gone/healed/cleared/settled now',
  'went/gone/go away on/by',
  'its/it/they/theyve/all/has/have .. went away/down',
  'its/has/have gone now/away/since',
  'gone since',
  'cleared up',
  'fine/better now',
]

/** The same, said after the trouble was named: "… it was benign". */
const overAfter = [
  'it/they/that/which/lump/lumps/cyst .. was/were/had/been/got/is .. removed/drained/benign/nothing/fine/out/off/away',
  'turned out',
  'came back/out benign/fine/clear/normal',
  'all benign/gone/healed/better/settled/fine',
  'gone/healed/cleared/settled/fine/better now/since',
  'went/cleared away/down/up',
]

/** Said anywhere in the sentence or after it, these bring a past trouble back. */
const stillSo = [
  'come/came/coming/comes/is/its back',
  'back again',
  'return/returned/returning/reappeared/regrown',
  'another/new/second one/lump/lumps/cyst/bump/discharge',
  'different one/lump',
  'theres/now/but/and another',
  'now another/theres/there/ive/i/its/im',
  'but/and now',
  'bigger/growing/grown/worse/spread*',
  'still there/here/got/hurts/sore/leaking/bleeding/not/comes/happening/feel/feeling',
  'still have/have got it/them/the/this/that',
  'never used to',
  'hasnt/havent/not/wont/never gone/go/goes/went/cleared/healed/stopped/settled',
  'same place/spot/thing again/is/now',
  'this morning/afternoon/week/month/evening',
  'today/tonight/yesterday/recently/lately',
  'last night/week',
  'just/ive found/noticed/felt/started',
  'right now',
  // A clear test never cancels a trouble.
  'mammogram/mammograms/screening/xray/test/kit/smear/scan/results/result/letter/check/checks/time/one .. was/were/came/been .. clear/ok/okay/fine/normal/negative/good/nothing',
]

/** Too lately to be past, though it may be over. */
const lately = ['days/weeks/hours/minutes ago', 'day/week/hour ago']

/** These do so only in the clause of the trouble itself; elsewhere they are everyday words ("can I still come"). */
const stillSoNearby = ['still', 'again', 'keep/keeps/keeping', 'today', 'changed', 'now have/has/got/is/im/a/its/gonna/cant']

const sinceThen = [
  'since',
  'ever since',
  'ive .. had',
  'ive found/noticed',
  'found/noticed/find/felt .. ago',
  'for years/months/weeks/ages',
]

const othersPast = [
  ...longAgo,
  'aged ##',
  'died/funeral',
  'passed away/on',
  'late mum/mam/mother/dad/father/husband/wife/sister/nan/brother',
  'lost my/her/him/our',
  'fine/ok/okay/better/good/well/clear/recovered now/thankfully',
  'is/shes/hes fine',
  'went blind',
  'killed',
]

/** Another's age at the time: "found one at 40". */
const othersAge = ['at ##']

const recent = [
  'today/tonight/yesterday/recently/lately/currently/keeps/still',
  'this morning/week/month/afternoon',
  'last night/week',
  'just now/found/been/had/started/noticed',
  'right now',
  'at the moment',
  'days/weeks/hours/minutes ago',
]

/** Not until lately: against a denial. */
const untilNow = ['till/until now/recently/today/yesterday/lately', 'before but/and', 'but .. now/today/earlier/yesterday', 'but i? had']

/** What the guards of the past listen for, by name. */
export const pastPhrases = {
  longAgo,
  lastTime,
  wasSo,
  over,
  overAfter,
  stillSo,
  lately,
  stillSoNearby,
  sinceThen,
  othersPast,
  othersAge,
  recent,
  untilNow,
}

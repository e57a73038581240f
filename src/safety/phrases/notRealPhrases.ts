/** Feared, possible, not yet so. */
const imagined = [
  'what if',
  'in case',
  'if/whether i/you/we/she .. find/finds/found/get/gets/got/develop/notice/faint/collapse/pass/ever/had/panic',
  'if/when/whether they/you/it .. find/finds/found/see/saw/spot/spotted/bursts/burst/hurts/shows',
  'if there was/were',
  'how can/do/would/will i .. know/tell',
  'can/could/should/would/do/will i .. find',
  'if/should anything',
  'might/may/could/would/will/shall/ill/itll/youll/theyll/gonna .. find/get/see/show/pass/faint/cause/burst/leak/rupture/collapse/notice/give/panic/hurt/damage/squash/bleed',
  'will/would/shall/ill/itll/youll/theyll/gonna .. be/have/feel/make',
  'one day',
  'afraid/scared/worried/frightened/terrified/dread/dreading/fear/worry of/about/that .. finding/find/getting/lumps/they',
  'scared/afraid/frightened/terrified/worried they/ill/they/theyll',
  'risk/chance/chances/danger/likelihood of',
  'likely to',
  'prevent*/avoid*',
  'before i/they find',
]

/** Said shortly before the claim, these point at a real one: "this lump", "I've ...". */
const thisOne = ['this/these/that/ive/im']

/** Right before the claim, these make it something looked for: "check [for] lumps". */
const searchingFor = [
  'check/checks/checked/checking/look/looks/looking/feel/feeling/screen/screens/screening/test/tests/testing/examine/watch/find/detect/spot .. for/out',
  'find/finds/detect/detects/pick/picks/show/shows/miss/misses up?',
  'signs/symptoms/sign/symptom of',
  'hide/hides/miss/misses/cover/covers',
  'percentage/proportion/number of',
  'how many',
  'out of ##/#',
]

/** Learning and teaching about it. */
const teaching = [
  'what/which signs/symptoms/changes/sort/kind',
  'what .. looks/look/feels/feel like',
  'look out for',
  'difference between',
  'poster/posters/leaflet/leaflets/article/wi/awareness/advert/presentation/essay/research',
  'training/student/course/campaign .. on/about',
]

/** Against both of these: the writer's own finding. */
const ownFinding = ['ive/theres/this/these/found/noticed/felt/started', 'i find']

/** Asked about anyone. */
const anyones = [
  'do/does/can/could/would/will/are/is a/an/the/any/all/most/they/you/your/these/lump/lumps/mammogram/mammograms/screening/women/ladies/breast/breasts/cyst/cysts/fainting/bleeding/blood/nipple/discharge/pain/bruising/dimpling/orange/chest',
  'do/does/can/could/would/will it',
  'what/whats/how/why/which does/do/is/are/would/should/can/could/common/many/much/often/a/the/causes/kind',
  'whats',
  'is/are .. common/rare/always/usually/hereditary/dangerous/cancerous',
  'i/we run/teach/train/volunteer',
]

const always = [
  'always',
  'since i was/had/were',
  'since birth/puberty/childhood/school/having/my',
  'all my life',
  'born with/like',
  'as long as',
  'since .. teenager/teens/child/girl/babies/pregnancy',
]

const changed = [
  'changed/changing/lately/recently/suddenly/worse/different/just',
  'but/and now',
  'this/last week/month/morning/few',
  'today/yesterday/new',
  'gone/got/getting bigger/harder/smaller/in/inwards/hard',
  'more than usual/before/normal',
]

/** What the guards of fears, questions and lifelong things listen for, by name. */
export const notRealPhrases = {
  imagined,
  thisOne,
  searchingFor,
  teaching,
  ownFinding,
  anyones,
  always,
  changed,
}

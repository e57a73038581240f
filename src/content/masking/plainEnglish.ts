const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean))

/** Words with which a name does not go on, and which are none where one might stand: "I'm still waiting", "my name is wrong". */
export const everydayWords = set(`
  a able about above afraid after again ago all allergic almost already also always am an and another any anxious anybody anyone anything are aren't around as asked asking at
  available away back bad be because been before being better between both but by bye call called calling came can can't cancel cannot changed come coming concerned confused
  could couldn't current currently deaf dear did didn't different disabled do doctor does doesn't doing done don't down due during each early either else embarrassed enough
  even ever every everyone everything excited extremely feeling few fine first for free from frightened full gave get getting glad go going gone good got great had
  happy hard has hasn't have haven't having he hello help her here hers hi him his home hope hoping how i i'd i'll i'm i've if ill im in incorrect interested into is isn't
  it it's its just keen kind know last late later least left less let like looking lost lot made many married may maybe me mean might mine missing misspelt more morning most
  much must my near need nervous never new next no nobody none not nothing now of off old on once one only or other our out over own pain panicking please pregnant
  pretty quite rather really regarding registered right running sad said same saw says scared see seems she should shouldn't sick since single slightly so some someone
  something soon sorry spelled spelt spelling still stressed stuck such supposed sure taking team telling terrified than thank thanks that that's the their them then there
  there's these they they're thing think this those though three through till time tired to today told tomorrow tonight too took travelling trying two unable under
  unhappy until unwell up upset urgent us used using very waiting wants wanting wants was wasn't we we're well went were what what's when where which while who why will
  willing wish wishes with without won't wondering working worried worse would wouldn't writing wrong x xx xxx yes yesterday yet you you're your yours`)

/** What is written with a capital letter and is nobody's name. */
export const capitalsOfNobody = set(`
  nhs gp gps hrt mri ct bmi hpv iuf dob ok sx sir madam team all sirs whom asap covid vat uk
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  christmas easter eid ramadan diwali hanukkah passover
  british english scottish welsh irish polish ukrainian russian romanian indian pakistani bangladeshi chinese arabic kurdish somali urdu punjabi bengali gujarati asian african
  caribbean european turkish spanish portuguese french german italian greek iranian afghan
  muslim christian catholic jewish hindu sikh buddhist jehovah's
  facebook messenger whatsapp google england scotland wales ireland britain
  breast screening hospital clinic centre center health service mammogram mammograms appointment stoke royal dr mr mrs ms miss staffordshire cheshire derby hanley
  morning afternoon evening day everyone everybody folks ladies god good happy merry`)

/** How people type on a phone, and words that are often misspelt into other words: each line the full form, then what stands for it. */
const lists = `
hello: helo
you: u ya yu yer ye
your: ur yr
you're: youre ure
don't: dont dnt
didn't: didnt didny didnae
doesn't: doesnt
won't: wont
isn't: isnt
wasn't: wasnt
haven't: havent avent havnt
hasn't: hasnt
hadn't: hadnt
couldn't: couldnt
wouldn't: wouldnt
shouldn't: shouldnt
aren't: arent
weren't: werent
ain't: aint
i'm: im
i've: ive
that's: thats
what's: whats wots
it's: its
let's: lets
there's: theres
he's: hes
she's: shes
they're: theyre
they've: theyve
we've: weve
who's: whos
how's: hows
are: r
before: b4
later: l8r
late: l8
great: gr8
wait: w8
tomorrow: 2moro 2morrow tmrw tomoz tomorro tommorow tomorow
today: 2day tday
tonight: 2nite tonite
please: pls plz pleez plse
thanks: thx thnx fanks ta tx
because: coz cos cuz bcos bc becos
with: wiv wi
what: wot wat wha
when: wen
where: wer whre
there: ther
through: thru
though: tho
something: summat sumthing summet somat
anything: owt anyfink anythin
nothing: nowt nuffin
my: mi
myself: meself mysen misen
have: av hav
having: avin havin
could: cud
would: wud
should: shud
going to: gonna gunna
want to: wanna
got to: gotta
don't know: dunno
can't: cant carnt cannae cnt
not: nt
and: n nd &
people: ppl
about: abt abou
really: rly relly
right: rite
night: nite
appointment: appt apt appointmnt apointment appointement apmt apptment appoitment
mammogram: mammo mamo mamogram mammagram mamagram mammogramme mamogramme mammergram
breast: brest breats brst bres
breasts: brests boobies boobys
message: msg mssg
minutes: mins
hours: hrs
week: wk
weeks: wks
years: yrs
year: yr
doctor: doc dr
hospital: hosp hozzy ozzie
information: info
number: num nmbr
phone: fone
tuesday: tues
wednesday: weds
appointments: appts apts
thursday: thurs thur
clothes: cloths
cancelled: canceled
cancel: cancle cansel
definitely: defo defiantly definately
husband: hubby hubs
`

const fullForms = new Map<string, string>()
for (const line of lists.trim().split('\n')) {
  const [full = '', short = ''] = line.split(': ')
  for (const word of short.split(' ')) if (!fullForms.has(word)) fullForms.set(word, full)
}

/** What a shortened word stands for; most words stand for themselves. */
export function fullForm(word: string): string {
  return fullForms.get(word) ?? word
}

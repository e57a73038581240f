/** The intent, guide or programme that may say it, or * for any; the phrase with its figures; where they come from. */
export type FigureRow = [where: string, phrase: string, source: string]

const guideToScreening = 'GOV.UK: Breast screening, helping women decide and supporting information, 27 September 2024'
const pathway = 'GOV.UK: Breast screening pathway requirements, 6 January 2025'
const attended = 'GOV.UK: Breast screening, attended not screened, 16 May 2024'
const optingOut = 'GOV.UK: Opting out of breast screening, 15 May 2025'
const registering = 'GOV.UK: Registering with a GP practice, 31 October 2021'
const results = 'nhs.uk: Breast screening results'
const ukPanel = 'Independent UK Panel (2012), as summarised in the British Journal of Cancer (2014)'
const deaths = 'NHS and charities: about 1,300 deaths from breast cancer prevented a year in the UK'
const agex = 'University of Oxford, Cancer Epidemiology Unit: the AgeX trial'
const designHistory = 'NHS England: prevention services design history'
const statistics = 'NHS England: NHS Breast Screening Programme statistics, February 2025 and February 2026'
const highRisk = 'GOV.UK: Breast screening, very high risk protocols and surveillance, 29 April and 10 July 2025'
const family = 'NICE CG164, through GP notebook and Health Education and Improvement Wales'
const afterCancer = 'NICE on follow-up after breast cancer; NHS England design history, 30 June 2025'
const braid = 'BRAID trial, The Lancet, 22 May 2025'
const sapir = 'Sapir (2003): 77% reported pain; for two thirds it had gone within ten minutes'
const duffy = 'Duffy (2010)'
const cervical = 'nhs.uk: Cervical screening'
const fiveYearly = 'NHS England: cervical screening every five years from 1 July 2025'
const otherNations = 'Cervical screening in Wales, Scotland and Northern Ireland, as their programmes say'
const bowel = 'nhs.uk: Bowel cancer screening'
const threshold = 'NHS England: bowel screening threshold, February 2026'
const aaa = 'GOV.UK: AAA screening leaflet, 26 November 2025'
const eye = 'nhs.uk: Diabetic eye screening'
const lung = 'nhs.uk: NHS Lung Cancer Screening'
const macmillan = 'Macmillan, as nhs.uk gives it on the page on breast screening results'
const committee = 'UK National Screening Committee: draft on prostate screening, 28 November 2025'
const prostate = 'NHS England: prevention services design history, 9 July 2026'
const example = 'an example of what she could say: no fact'
const counted = 'counts what the same sentence names: no fact'

export const figures: FigureRow[] = [
  // Any programme
  ['*', '8am to 8pm every day', macmillan],
  ['*', 'call and choose option 2', 'nhs.uk: urgent mental health help'],
  ['*', 'two people with the same reading', counted],
  ['*', 'There are two ways', counted],
  ['*', 'wrong in two ways', counted],
  ['*', 'choose between the two', counted],

  // Breast: who and when
  ['*', 'from 50 up to 71', pathway],
  ['breast', 'from 50 up to their 71st birthday', pathway],
  ['breast', 'from 50 up to your 71st birthday', pathway],
  ['breast', 'from age 50 until their 71st birthday', pathway],
  ['breast', 'from your 71st birthday', pathway],
  ['breast', 'on your 71st birthday', pathway],
  ['breast', 'if you are not yet 71', pathway],
  ['breast', 'until you turn 71', pathway],
  ['breast', 'From 71 you can ask us', pathway],
  ['breast', 'If you are 71 or over', pathway],
  ['breast', 'You are 71 or over', pathway],
  ['breast', 'Women of 71 and over can ask', pathway],
  ['breast', 'every three years', guideToScreening],
  ['breast', 'every 3 years', guideToScreening],
  ['breast', 'in about three years', optingOut],
  ['breast', 'before three years are up', guideToScreening],
  ['breast', 'more than three years', guideToScreening],
  ['breast', 'between your 50th and 53rd birthdays', guideToScreening],
  ['breast', 'when you turn 50', guideToScreening],
  ['breast', 'If you reach 53 with no letter', guideToScreening],
  ['breast', 'does not offer routine breast screening under 50', guideToScreening],
  ['breast', 'If you are under 50, the NHS does not offer routine breast screening', guideToScreening],
  ['breast', 'pages say invitations start at 47', guideToScreening],
  ['breast', 'pages still say that invitations start at 47', guideToScreening],
  ['under_50_request', 'AgeX has been looking at screening from age 47', agex],
  ['over_71_self_referral', 'AgeX is looking at what screening does for women aged 71 to 73', agex],
  ['breast', 'not expected to report before the end of 2026', agex],
  ['breast', 'about 30 days', registering],
  [
    'trans_nonbinary',
    'Feminising hormones for more than 2 years',
    'Hull and East Yorkshire hospitals: screening for trans and non-binary people',
  ],

  // Breast: the visit
  ['breast', 'about half an hour', guideToScreening],
  ['how_long_appointment', 'The half hour is for arriving', guideToScreening],
  ['breast', 'the last six months', attended],
  ['private_screening_compare', 'within six months of it', attended],
  ['breast', 'usually two pictures of each breast', guideToScreening],
  ['does_it_hurt', 'Each squeeze lasts a few seconds, and there are usually four', guideToScreening],
  ['mammogram', 'Usually there are four: two for each breast', guideToScreening],
  ['what_happens', 'two plates press it', guideToScreening],
  ['time_off_work', 'on Tuesday at 10', example],
  ['time_off_work', 'about an hour and a half with the travel', example],
  ['results_not_arrived', 'screened on the 3rd', example],

  // Breast: pain
  ['does_it_hurt', 'about three in four women said they felt some pain', sapir],
  ['does_it_hurt', 'For about two in three of those, it had gone within ten minutes', sapir],
  ['pain_relief', 'spoiled about 2 in 100 pictures', 'Cochrane review CD002942'],
  ['embarrassed_body', 'about 1 in 5 of the women who would not go', 'NHS survey of 2,000 women, February 2025: 21%'],

  // Breast: results
  ['breast', 'within two weeks', results],
  ['breast', 'within 2 weeks', results],
  ['breast', 'more than two weeks', results],
  ['breast', 'after two weeks', results],
  ['breast', 'Two people check every set of', designHistory],
  ['breast', 'Two people look at the pictures', designHistory],
  ['ai_in_screening', 'Do two people still look at them', designHistory],
  ['ai_in_screening', 'If the two people who look at your pictures', designHistory],
  ['results_when', "If two people don't agree", designHistory],
  ['result_accuracy', 'About 9 times in 10, both people who look at the pictures say they are normal', designHistory],
  ['breast', 'About 4 in every 100 women screened are asked back', guideToScreening],
  ['breast', 'About 4 in every 100 women are asked back', guideToScreening],
  ['breast', 'About 4 in 100 women are asked back', guideToScreening],
  ['breast', 'About 4 in 100 women are called back', guideToScreening],
  ['breast', 'About 3 of those 4 do not have cancer', guideToScreening],
  ['breast', 'Of those 4, about 3 do not have cancer and 1 does', guideToScreening],
  ['breast', 'Of those 4, 1 has cancer and 3 do not', guideToScreening],
  ['breast', 'About 3 in 4 of them do not have cancer', guideToScreening],
  ['breast', 'The other 96 need', guideToScreening],
  ['recall_numbers', 'In England in 2023-24, 68,664 women were sent for more tests', statistics],
  ['recall_numbers', 'found cancer in 16,677 women, about 1 in 4 of them', statistics],
  ['recall_numbers', 'In 2026, NHS England put it at about 4 to 7 in every 100', `${designHistory}, June 2026`],
  ['recall_numbers', 'In 2024-25, screening in England found cancer in 19,291 women', statistics],
  ['recall_numbers', 'about 9 in every 1,000 women screened', statistics],

  // Breast: benefits and harms
  ['breast', 'about 1,300 deaths from breast cancer a year', deaths],
  ['breast', 'In 2012 a group of UK experts', ukPanel],
  ['breast', 'if 10,000 women are invited from age 50 for 20 years', ukPanel],
  ['breast', 'about 43 deaths from breast cancer are prevented', ukPanel],
  ['breast', 'about 129 women are treated for a cancer that would never have harmed them', ukPanel],
  ['benefits_of_screening', 'for each life saved, about three women have treatment they did not need', ukPanel],
  ['overdiagnosis_risks', 'about three women for each life saved', ukPanel],
  ['overdiagnosis_risks', 'A study of screening in England in 2010', duffy],
  ['overdiagnosis_risks', 'for every 1,000 women, 5.7 lives saved and 2.3 women treated without need', duffy],

  // Breast: risk, density, hormones, after cancer
  ['breast_density', 'In 2025 a UK trial called BRAID', braid],
  ['breast_density', 'More than 9,000 women took part', braid],
  ['breast_density', 'more cancers in every 1,000 women', braid],
  ['breast_density', 'about 19 with a mammogram using a dye', braid],
  ['breast_density', 'about 17 with a short MRI scan', braid],
  ['breast_density', 'about 4 with an ultrasound scan', braid],
  ['breast_density', 'stopping HRT for a month or two', 'READ trial (2009)'],
  ['hrt_question', 'stopping it for 1 or 2 months', 'READ trial (2009)'],
  ['breast_cancer_history', 'every year for five years', afterCancer],
  ['breast_cancer_history', 'every year until they are 50', afterCancer],
  ['family_history', 'who had breast cancer at 40 or younger', family],
  ['family_history', 'two close relatives on the same side of the family who had it at 60 or younger', family],
  ['family_history', 'three close relatives who had it at any age', family],
  ['family_history', 'every year from 40 to 49', family],
  ['family_history', 'every year from 40 to 59', family],
  ['family_history', 'At 50 you may get an invitation from each', `${designHistory}, 30 June 2025`],
  ['high_risk_brca', 'radiotherapy to the chest between the ages of 10 and 35', highRisk],

  // Prostate
  ['prostate_screening', 'Men of 50 or over can ask their GP about a PSA blood test', committee],
  ['prostate_screening', "You don't have to be 50 to ask them", committee],
  ['prostate_screening', 'In November 2025, the UK National Screening Committee put out a draft', committee],
  ['prostate_screening', 'aged 45 to 61, every two years', committee],
  ['prostate_screening', 'In July 2026, NHS England said', prostate],
  ['prostate_screening', 'first people in early 2027', prostate],

  // Cervical
  ['cervical', 'aged 25 to 64', cervical],
  ['cervical_eligibility', 'when you are about 24 and a half', cervical],
  ['cervical_eligibility', 'you are 65 or over', cervical],
  ['cervical', 'the 2 days either side', cervical],
  ['cervical', 'the 2 days before and after', cervical],
  ['cervical', 'you are asked back in 1 year', cervical],
  ['cervical', 'a test in 1 year', cervical],
  ['cervical_interval', 'no HPV found are now asked back every 5 years', fiveYearly],
  ['cervical_interval', 'For ages 25 to 49 it used to be every 3 years', fiveYearly],
  ['cervical_interval', 'That changed on 1 July 2025', fiveYearly],
  ['cervical_interval', 'Why five years', fiveYearly],
  ['cervical_interval', 'Ages 50 to 64 were already on five years', fiveYearly],
  ['cervical_interval', 'for ages 25 to 49', otherNations],
  ['cervical_interval', 'Wales: every 5 years', otherNations],
  ['cervical_interval', 'Scotland: every 5 years', otherNations],
  ['cervical_interval', 'Northern Ireland: every 3 years', otherNations],
  [
    'cervical_pain_fear',
    'In a survey in 2018, 72 in 100 of them had put one off or never gone',
    'Survey by a charity and Rape Crisis, 2018',
  ],
  ['cervical_pain_fear', 'a 24 hour support line', 'nhs.uk: help after rape and sexual assault'],
  ['cervical_self_test', 'In June 2025 the government said', 'Department of Health and Social Care: HPV self-testing, 24 June 2025'],

  // Bowel
  ['*', 'aged 50 to 74', bowel],
  ['men_screening', 'Bowel screening kits go to everyone from 50 to 74', bowel],
  ['bowel_age', 'If you are between 50 and 74', bowel],
  ['bowel', 'every 2 years', bowel],
  ['bowel', 'after 2 years', bowel],
  ['bowel_age', 'If you are 75 or over', bowel],
  ['bowel_get_kit', 'From 75, you can ask', bowel],
  ['bowel_age', 'Under 50, there is no routine kit', bowel],
  ['bowel_age', 'It had reached 50 by 2025', bowel],
  ['bowel_age', 'Old pages on the web may still say 60', bowel],
  ['bowel', 'within 2 weeks', bowel],
  ['bowel_how_to_use', 'in 30 languages', bowel],
  ['bowel_why_do_it', 'a change in your bowels for 3 weeks or more', bowel],
  ['bowel', 'about 3 in 100 people are asked to have more tests', threshold],
  ['bowel_why_do_it', 'about 3 in 100 need more tests', threshold],
  ['bowel', 'it is about 2 in 100', threshold],
  ['bowel', 'it was about 2 in 100', threshold],
  ['bowel', 'in February 2026', threshold],
  ['bowel', 'by March 2028', threshold],
  ['bowel', 'until March 2028', threshold],
  ['bowel_why_do_it', 'about 600 more cancers early each year', threshold],
  ['bowel_why_do_it', 'about 2,000 more high-risk polyps', threshold],
  ['bowel_why_do_it', 'For every 100 camera tests before, there will be about 135', threshold],

  // AAA
  ['*', 'in the year they turn 65', aaa],
  ['aaa_eligibility', 'invited from age 64', aaa],
  ['aaa', 'If you are over 65 and were never scanned', aaa],
  ['aaa_what_happens', 'It takes about 10 minutes', aaa],
  ['aaa', 'More than 98 in 100 men scanned have a normal result', aaa],
  ['aaa_results', 'under 3 cm: normal', aaa],
  ['aaa_results', '3.0 to 4.4: small, a scan each year', aaa],
  ['aaa_results', '4.5 to 5.4: medium, a scan every 3 months', aaa],
  ['aaa_results', '5.5 or more: large, see a surgeon within 2 weeks', aaa],

  // Diabetic eye
  ['diabetic_eye', 'people with diabetes aged 12 and over', eye],
  ['diabetic_eye', 'if you had two clear screens in a row, you are asked every 2 years', eye],
  ['diabetic_eye', 'This began in October 2023', eye],
  ['diabetic_eye', 'within 89 days, about 3 months', `${designHistory}, February 2026`],
  ['diabetic_eye', 'blur your sight for up to 6 hours', eye],
  ['diabetic_eye', 'The visit takes about 30 minutes', eye],
  ['diabetic_eye', 'within 6 weeks', eye],
  ['diabetic_eye', 'more than 6 weeks', eye],

  // Lung
  ['lung', 'for people aged 55 to 74 who smoke or have ever smoked', lung],
  ['lung', 'all of England by March 2030', lung],
  ['lung', 'a cough of 3 weeks or more', lung],
  ['lung', 'or are 75 or over, you are not invited', lung],
  ['lung', 'More than 9,000 cancers', lung],
  ['lung', 'More than 1.5 million lung checks', lung],
  ['lung', 'It takes 15 to 45 minutes', lung],
  ['lung', 'Results take about 4 weeks', lung],
  ['lung', 'scans are every 2 years', lung],
]

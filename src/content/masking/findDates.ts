import { type Find, findAll } from './finding.ts'

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?'
const DAY = '(?:0?[1-9]|[12]\\d|3[01])(?: ?(?:st|nd|rd|th))?'
const YEAR =
  "(?:,? ?(?:of )?(?:(?:19|20)\\d\\d|['’]\\d\\d|\\d\\d)(?![\\d:.]\\d|\\d| ?(?:am|pm|%|years?|days?|weeks?|minutes?|mins?|hours?)\\b))?"
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|satur?|sun)(?:day)?,? (?:the )?)?'

/** `3rd of April 1961`, `3 april`, `Tuesday 3rd Apr`. */
const DAY_MONTH = new RegExp(`\\b${WEEKDAY}${DAY} ?(?:of )?[-/. ]?${MONTH}${YEAR}`, 'dgi')
/** `April 3rd`, `April the 3rd, 1961`. */
const MONTH_DAY = new RegExp(`\\b${MONTH} ?(?:the )?${DAY}(?![\\d:]|\\.\\d)\\b${YEAR}`, 'dgi')
/** `April 1961`. */
const MONTH_YEAR = new RegExp(`\\b${MONTH},? ?(?:of )?(?:19|20)\\d\\d\\b`, 'dgi')
/** `3/4/61`, `03.04.1961`, `3-4-61`, `3 4 1961`, and `3/4` where it is no 24/7. */
const NUMERIC =
  /(?<![\d/.-])(?:(?:0?[1-9]|[12]\d|3[01]) ?([./ -]) ?(?:0?[1-9]|1[0-2]) ?\1 ?(?:(?:19|20)\d\d|\d\d)|(?:19|20)\d\d ?[./-] ?\d{1,2} ?[./-] ?\d{1,2}|(?!24\/7)(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|1[0-2]))(?![\d/]|[.-]\d)/dg
/** The year somebody was born in, and no year of the service. */
const YEAR_ALONE = /(?<![\d/.-])(?:19\d\d)(?![\d/-])/dg
/** "born in the spring of 61", "born '61". */
const BORN = /\b(?:born|birth(?:day|date)?|d\.?o\.?b\.?)[^.!?\n]{0,25}?(?<hidden>(?:\b|['’])\d{2,4})\b/dgi

/** Days of the calendar and years of birth. Days of the week and times stay: nobody is known by them. */
export const findDates: Find = (text) =>
  [DAY_MONTH, MONTH_DAY, MONTH_YEAR, NUMERIC, YEAR_ALONE, BORN].flatMap((expression) => findAll(text, expression, 'date'))

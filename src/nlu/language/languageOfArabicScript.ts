/** What speaks for each language that is written in the Arabic script: letters of its own, and words of every sentence. */
const signs: Record<string, { letters: RegExp; words: string }> = {
  ar: {
    letters: /[ةىيكأإ]|(?<!\p{L})ال/gu,
    words: `في على من الى إلى عن أن ان هل هذا هذه ما ماذا متى أين اين كيف كم لا ليس لم لن أنا انا أنت هي هو عندي لدي أريد اريد بدي عايزة عايز
      ابغى أبغى ابي ممكن لو سمحت سمحتم شكرا موعد موعدي الموعد تغيير الغاء إلغاء احتاج أحتاج مترجم مترجمة العربية الانجليزية الثدي فحص أخاف
      خايفة مش مو ليش وين شو ايش ازاي امتى بس ولا اللي يوم غدا بكرة رسالة`,
  },
  ur: {
    letters: /[ٹڈڑںےھہ]/g,
    words: `میں ہے ہوں ہیں کا کی کے کو سے پر نہیں کیا مجھے میرا میری میرے آپ ہم اور یہ وہ کرنا کرنی کر سکتی سکتا سکتے چاہیے چاہتی چاہتا تھا تھی گا گی
      ہو بھی کب کہاں کیسے کتنا کیوں اپنا اپنی رہی رہا لیے ساتھ اگر لیکن بہت درد خاتون براہ کرم مہربانی شکریہ انگریزی اردو ملاقات مدد خط ملا`,
  },
  pa: {
    letters: /[ݨࣇ]/g,
    words: `نوں مینوں تسیں تسی توں دا دی دے دیاں او ایں مینُوں سکدے بدلنی وچ نال تے اے ایہہ ایہ اوہ سانوں تہاڈا تہاڈی تہانوں کیہ کیویں کدوں کتھے کنا کنی کناں کردی کردا کردے کرنی سکدی
      سکدا سکدے چاہیدا چاہیدی چاہندی چاہندا آں ساں سی آندی آندا ہندی ہندا پئی پیا گل دسو میرے نئیں نہیں ای ہن ہور کول لئی توں جے بولدی بولدا
      لگدا لگدی جاندی پیڑ پنجابی اک وی اوس ایس اوہدا آؤنا جانا کراں`,
  },
  fa: {
    letters: /[پچژگکی]/g,
    words: `است هست هستم را که این آن از به برای با من ما شما او می نمی خواهم میخواهم می‌خواهم نمیتوانم می‌توانم توانم نیست هم یا اگر چه چطور کی کجا
      چند لطفا لطفاً ممنون متشکرم نوبت وقت وقتم تغییر لغو مترجم فارسی دری انگلیسی پستان سینه درد دارم دارد می‌ترسم میترسم نامه فردا امروز باید کنم کنید شده
      بدهم بلد نیستم خانم دکتر میشه می‌شود نمی‌دانم نمیدانم خوب`,
  },
  ps: {
    letters: /[ټډړږښڼېۍځڅګئ]/g,
    words: 'زه زما دی ده په کې چې نه او دا یو یم مې څه کله څنګه کولای شم غواړم سره ته له وخت ژباړونکي مرسته پښتو',
  },
  ku: {
    letters: /[ێۆڵڕڤەۊ]/g,
    words: 'من بۆ لە و کە ئەم ئەو دەمەوێت دەتوانم ناتوانم هەیە نییە چۆن کەی کوێ',
  },
}

const LETTER = 0.5
/** Urdu's letters are Punjabi's too: a Punjabi word weighs more than an Urdu one. */
const wordWorth: Record<string, number> = { pa: 2, ps: 1.5 }
/** Letters that are all of one language. */
const letterWorth: Record<string, number> = { ur: 1, ku: 1, ps: 1.2, pa: 3, fa: 0.25 }

const words = Object.fromEntries(Object.entries(signs).map(([language, { words }]) => [language, new Set(words.split(/\s+/))]))

/** Arabic, Urdu, Punjabi, Persian, Pashto or Sorani Kurdish: by the letters and the common words of each. Arabic where nothing tells. */
export function languageOfArabicScript(text: string): string {
  const own = text.normalize('NFKC').match(/[\p{L}\p{M}\u200c]+/gu) ?? []
  let best = { language: 'ar', worth: 0 }
  for (const [language, { letters }] of Object.entries(signs)) {
    const said = own.filter((word) => words[language]?.has(word)).length
    const written = text.match(letters)?.length ?? 0
    const worth = said * (wordWorth[language] ?? 1) + written * LETTER * (letterWorth[language] ?? 1)
    if (worth > best.worth) best = { language, worth }
  }
  return best.language
}

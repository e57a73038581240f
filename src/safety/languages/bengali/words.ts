import { borrowed } from '../borrowed.ts'

/** breast; "buk" may be the chest too */
export const breast = [
  'মাইয়ে/বুকটা/বুনিত/ব্রেষ্ট/স্তন*/ব্রেস্ট*/দুধে/দুধের/মাই/বুকে/বুকের/বুক/বুকত/বুনি*',
  'ston/stone/stoner/stan/stane/stoney/stoner/sthon*/buk/buke/bukey/buker/bukta/bukt/bukot/buni/bunit/dudhe/dude',
  borrowed.breast,
]
/** breast, and not the chest */
export const onlyBreast = ['স্তন*/ব্রেস্ট*/দুধে/দুধের/বুনি*', 'ston/stone/stoner/stane/sthon*/buni/bunit/dudhe', borrowed.breast]
/** "bish" is pain in Sylheti */
export const hurts = [
  'ব্যাথাটা/টনটন/কামড়/চিলিক/ব্যথাটা/ব্যথা/ব্যাথা/বেথা/ব্যথায়/বেদনা/যন্ত্রণা/কষ্ট/জ্বালা/বিষ/চিনচিন',
  'betha/batha/betha/bytha/byatha/byetha/bata/beta/bedona/jontrona/jala/jalapora/chinchin/bish',
  borrowed.pain,
]
/** blood, bleeding */
export const blood = [
  'লহু/রক্ত/রক্তটা/রক্ত/রক্তপাত/রক্তক্ষরণ/লউ/ব্লিডিং/রক্তের',
  'rokto/rokt/roktto/rakto/roktopat/lou/low/bliding/roktho',
  borrowed.blood,
]
/** husband, in-laws, family */
export const they = [
  'স্বামীর/হাসবেন্ড/সোয়ামী/জামাইর/বেটা/শশুর/ননদ/ভাসুর/চাচা/স্বামী/জামাই/শ্বশুর/শাশুড়ি/শ্বাশুড়ি/বাবা/আব্বা/ভাই/ছেলে/দেবর/বর/সে/ও/পরিবার/হাজবেন্ড/উনি/জামাইয়ে/বেটায়',
  'shami/swami/sami/shamee/jamai/zamai/shoshur/shosur/sosur/shashuri/sasuri/baba/abba/bhai/vai/chele/sele/debor/bor/poribar/husband/partner/uni/se/she/bf',
]
/** no, not */
export const no = ['না/নাই/নেই', 'na/nai/nei/nay']

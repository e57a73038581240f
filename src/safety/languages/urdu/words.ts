import { borrowed } from '../borrowed.ts'

/** breast; "chhati" may be the chest too */
export const breast = [
  'بریسٹس/مموں/mamme/mumme/chaati/chhaati/chhatiyan/chatiyan/dudh/چھاتی/چھاتیوں/چھاتیاں/پستان/پستانوں/بریسٹ/سینے/سینہ/مما',
  'chati/chaati/chhati/chathi/chatiyo*/chhatiyo*/pistan/pistaan/mammay/mamme/seene/sine/seenay/seena/sina',
  borrowed.breast,
]
/** breast, and not the chest */
export const onlyBreast = ['پستان/پستانوں/بریسٹ/چھاتیوں', 'pistan/pistaan/mammay/mamme/chatiyo*/chhatiyo*', borrowed.breast]
/** pain */
export const hurts = [
  'dukhta/dukhti/chubhta/chubhti/tees/dard/درد/دکھ/چبھتا/چبھتی/ٹیس/درد/تکلیف/دکھ/دکھتی/دکھتا/دکھن/چبھن/جلن/ٹیس/ٹیسیں',
  'dard/drd/derd/takleef/taklif/takleaf/dukh/dukhti/dukhta/dukhraha/dukhrahi/chubhan/jalan/tees',
  borrowed.pain,
]
/** blood, bleeding */
export const blood = ['bleeding/lahu/lahoo/khoon/خونی/بلڈ/لہو/خون/بلیڈنگ', 'khoon/khun/khooon/kun/bleding', borrowed.blood]
/** husband, in-laws, family */
export const they = [
  'jeth/nand/damad/chacha/mamoo/husband/hubby/sasur/susral/خاوند/شوھر/ہسبینڈ/پارٹنر/جیٹھ/نند/داماد/سسرالی/چچا/ماموں/شوہر/خاوند/میاں/سسر/ساس/سسرال/باپ/ابو/ابا/بھائی/بیٹا/بیٹے/بیوی/وہ/دیور/منگیتر',
  'گھر والے',
  'shohar/shauhar/shohr/shoher/shawhar/khawand/miyan/mian/susar/saas/sasural/susral/baap/abu/abbu/bhai/beta/bete/biwi/bivi/woh/wo/husband/partner/devar/gharwale/mangetar',
  'ghar wale/walay/walon',
]
/** sight, eyes */
export const see = 'نظر/بینائی/آنکھ/آنکھوں/آنکھیں/دکھائی'

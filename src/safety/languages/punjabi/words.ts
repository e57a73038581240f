import { borrowed } from '../borrowed.ts'

/** breast; "chhati" may be the chest too */
export const breast = [
  'ਮੰਮਿਆਂ/ਬਰੈਸਟਾਂ/ਚੂਚੇ/chhaatiyan/mamma/ਛਾਤੀ/ਛਾਤੀਆਂ/ਬ੍ਰੈਸਟ/ਬਰੈਸਟ/ਥਣ/ਥਣਾਂ/ਮੰਮੇ/ਮੰਮਾ/ਦੁੱਧੀ',
  'چھاتی/چھاتیاں/تھن/ممے/بریسٹ/سینے',
  'chhati/chati/chaati/chhaati/chathi/chhatian/chatiyan/mamme/mumme/thann',
  borrowed.breast,
]
/** breast, and not the chest */
export const onlyBreast = ['ਬ੍ਰੈਸਟ/ਬਰੈਸਟ/ਥਣ/ਛਾਤੀਆਂ/ਮੰਮੇ', 'تھن/ممے/بریسٹ', 'mamme/mumme/thann', borrowed.breast]
/** pain */
export const hurts = [
  'ਚੀਸਾਂ/ਚੁਭ*/ਦੁਖਣ/dukhan/chubh*/chees/ਦਰਦ/ਪੀੜ/ਦੁਖਦੀ/ਦੁਖਦਾ/ਦੁਖਦੇ/ਦੁਖ/ਤਕਲੀਫ਼/ਤਕਲੀਫ/ਚੀਸ',
  'درد/پیڑ/دکھدی/دکھدا/تکلیف',
  'dard/drd/peerh/peed/peer/peedh/pid/pir/dukhdi/dukhda/dukhde/dukhdiya/takleef/taklif/chees',
  borrowed.pain,
]
/** blood, bleeding */
export const blood = ['ਬਲੱਡ/ਖ਼ੂਨ/بلڈ/ਖੂਨ/ਲਹੂ/ਬਲੀਡਿੰਗ', 'خون/لہو/بلیڈنگ', 'khoon/khun/lahu/lahoo/lhu', borrowed.blood]
/** husband, in-laws, family */
export const they = [
  'ਸਹੁਰਿਆਂ/ਦਿਓਰ/ਜੇਠ/ਨਨਾਣ/ਮੁੰਡਾ/ਘਰਵਾਲੇ/ਉਹਨੇ/ਉਸਨੇ/deor/jeth/sauhreyan/munda/gharwalay/ohna/ਪਤੀ/ਘਰਵਾਲਾ/ਘਰਵਾਲੇ/ਸਹੁਰਾ/ਸਹੁਰੇ/ਸੱਸ/ਪਿਓ/ਬਾਪ/ਭਰਾ/ਪੁੱਤ/ਪੁੱਤਰ/ਪਰਿਵਾਰ/ਉਹ/ਓਹ/ਆਦਮੀ/ਬੰਦਾ/ਟੱਬਰ',
  'شوہر/بندہ/گھروالا/سوہرا/سوہرے/سس/پیو/بھرا/پتر/اوہ/خاوند',
  'pati/gharwala/gharwale/gharvala/ghrwala/sohra/sohre/sauhra/sauhre/sahure/sass/pyo/peo/bapu/bhra/bhraa/putt/puttar/parivar/oh/ohne/ohni/banda/tabbar/husband/partner/shohar',
]
/** no, not */
export const no = ['ਨਹੀਂ/ਨਹੀ/ਨਈਂ/ਨਾ/ਨੀ', 'نہیں/نئیں/نہ', 'nahi/nahin/nai/ni/nhi/naee/nahe/na']

import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { loadPack } from '../../../src/content/loadPack.ts'
import { createLanguageDetector } from '../../../src/nlu/language/createLanguageDetector.ts'
import { likenesses } from '../../../src/nlu/language/eldLanguages.ts'
import { toldLanguages } from '../../../src/nlu/language/toldLanguages.ts'

const { languages } = await loadPack(join(import.meta.dirname, '../../../intents'))
const languageOf = createLanguageDetector({ isEnglishWord: () => false, likenesses })

/** "I would like to change my appointment", in languages without words of ours. */
const sentences: Record<string, string> = {
  vi: 'Tôi muốn đổi lịch hẹn của tôi vì tôi không thể đến vào ngày đó',
  nl: 'Ik wil graag mijn afspraak wijzigen want ik kan die dag niet komen',
  de: 'Ich möchte meinen Termin ändern, weil ich an dem Tag nicht kommen kann',
  el: 'Θέλω να αλλάξω το ραντεβού μου',
  he: 'אני רוצה לשנות את התור שלי',
  th: 'ฉันต้องการเปลี่ยนนัดหมาย',
  ko: '예약을 변경하고 싶습니다',
  ja: '予約を変更したいのですが',
  te: 'నేను నా అపాయింట్‌మెంట్ మార్చాలనుకుంటున్నాను',
  ml: 'എനിക്ക് എന്റെ അപ്പോയിന്റ്മെന്റ് മാറ്റണം',
  kn: 'ನಾನು ನನ್ನ ಅಪಾಯಿಂಟ್ಮೆಂಟ್ ಬದಲಾಯಿಸಬೇಕು',
  si: 'මට මගේ හමුවීම වෙනස් කරන්න ඕනේ',
  my: 'ကျွန်မရဲ့ရက်ချိန်းကိုပြောင်းချင်ပါတယ်',
  ka: 'მინდა შევცვალო ჩემი ვიზიტი',
  hy: 'Ես ուզում եմ փոխել իմ այցը',
  lv: 'Es vēlos mainīt savu vizīti, jo nevaru atnākt tajā dienā',
  et: 'Ma soovin oma aega muuta, sest ma ei saa sel päeval tulla',
  hr: 'Želim promijeniti svoj termin jer ne mogu doći taj dan',
  sr: 'Желим да променим свој термин јер не могу да дођем тог дана',
  sv: 'Jag vill ändra min tid eftersom jag inte kan komma den dagen',
  da: 'Jeg vil gerne ændre min tid, fordi jeg ikke kan komme den dag',
  fi: 'Haluaisin muuttaa aikani, koska en pääse tulemaan silloin',
  mr: 'मला माझी भेट बदलायची आहे',
  no: 'Jeg vil gjerne endre timen min fordi jeg ikke kan komme den dagen',
  sw: 'Nataka kubadilisha miadi yangu kwa sababu siwezi kuja siku hiyo',
  lo: 'ຂ້ອຍຢາກປ່ຽນການນັດໝາຍ',
  km: 'ខ្ញុំចង់ប្តូរការណាត់ជួប',
  or: 'ମୁଁ ମୋର ସାକ୍ଷାତ ବଦଳାଇବାକୁ ଚାହେଁ',
  ms: 'Saya mahu menukar temu janji saya kerana saya tidak boleh datang',
  is: 'Ég vil breyta tímanum mínum því ég kemst ekki þann dag',
  yo: 'Mo fẹ́ yí àdéhùn mi padà',
}

test.each(Object.entries(sentences))('%s is told', (code, sentence) => expect(languageOf(sentence)).toBe(code))

test('those that may be added are those that are told, by their words or by these sentences', () => {
  const shown = [...languages.map(({ language }) => language), ...Object.keys(sentences)]
  expect([...toldLanguages].sort()).toEqual([...new Set(shown)].sort())
})

import type { LanguageReplies } from '../languageReplies.ts'

/** The fixed safety replies in Polish. They await a check by a native speaker. */
export const polishReplies: LanguageReplies = {
  nativeCheck: 'awaiting',
  emergency: `To może być nagły przypadek. Proszę zadzwonić teraz pod 999 albo poprosić o to kogoś obok.

Proszę powiedzieć im to samo, co tutaj. Proszę nie prowadzić samochodu.

Jestem programem komputerowym i nie mogę wysłać pomocy. Proszę nie czekać tu na odpowiedź.`,
  crisis: `Przykro mi, że jest tak ciężko. Dziękujemy, że nam Pani/Pan o tym mówi. Proszę porozmawiać z kimś teraz:

• Jeśli życie jest zagrożone, proszę dzwonić pod 999.
• NHS 111, opcja 2: pilna pomoc psychiczna w Anglii, dniem i nocą, w każdym wieku.
• Samaritans: telefon 116 123.
• Albo SMS o treści SHOUT na numer 85258.

Powiadamiam nasz zespół, ale może nie zobaczyć tego od razu. Proszę na niego nie czekać.`,
  abuse: `Dziękuję za wiadomość. Przekazuję ją osobie z naszego zespołu.

Czy można bezpiecznie pisać do Pani/Pana tutaj? Wystarczy odpowiedzieć tak lub nie. Brak odpowiedzi też jest w porządku.

Jeśli pomoc jest potrzebna teraz, proszę dzwonić pod 999.`,
  symptom: `Dziękuję za tę wiadomość. Proszę zadzwonić do swojej przychodni GP dziś lub gdy tylko ją otworzą i powiedzieć im to samo, co tutaj. Proszę nie czekać na badanie przesiewowe, nawet jeśli ostatni wynik był prawidłowy.

Trzeba to sprawdzić, a badanie przesiewowe nie jest do tego właściwe. Jeśli szybko się pogarsza, proszę dzwonić pod NHS 111, a w nagłym przypadku pod 999.

Nie mogę stąd powiedzieć, co to jest.`,
  bowel: `Jeśli stolec jest czarny lub ciemnoczerwony albo jest krwawa biegunka, proszę zadzwonić teraz do przychodni lub pod NHS 111. Przy silnym krwawieniu proszę dzwonić pod 999.`,
  eye: `Dziękuję za tę wiadomość. Zmiana widzenia wymaga pomocy dzisiaj. Proszę zadzwonić dziś pod NHS 111 i powiedzieć im to samo, co tutaj. Proszę nie czekać na badanie przesiewowe oczu i nie prowadzić samochodu.

Nie mogę stąd powiedzieć, co to jest.`,
}

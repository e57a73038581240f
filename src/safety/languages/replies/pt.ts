import type { LanguageReplies } from '../languageReplies.ts'

/** The fixed safety replies in Portuguese. They await a check by a native speaker. */
export const portugueseReplies: LanguageReplies = {
  nativeCheck: 'awaiting',
  emergency: `Isto pode ser uma emergência. Ligue já para o 999, ou peça a alguém perto de si que ligue.

Diga-lhes o que me disse. Por favor, não conduza.

Sou um programa de computador e não posso enviar ajuda. Não espere por uma resposta aqui.`,
  crisis: `Lamento que esteja a ser tão difícil. Obrigado por nos dizer. Por favor, fale já com alguém:

• Se uma vida está em perigo, ligue 999.
• NHS 111, opção 2: ajuda urgente de saúde mental em Inglaterra, de dia e de noite, em qualquer idade.
• Samaritans: ligue 116 123.
• Ou envie um SMS com SHOUT para 85258.

Estou a avisar a nossa equipa, mas pode não ver isto logo. Por favor, não espere por ela.`,
  abuse: `Obrigado pela sua mensagem. Vou passá-la a uma pessoa da nossa equipa.

É seguro escrever-lhe aqui? Pode responder só sim ou não. Se não responder, não faz mal.

Se precisar de ajuda agora, ligue 999.`,
  symptom: `Obrigado por me dizer. Ligue para o seu centro de saúde (GP) hoje, ou assim que abrir, e diga-lhes o que me disse. Não espere pelo rastreio, mesmo que o último resultado tenha sido normal.

Isto precisa de ser visto, e o rastreio não é o exame certo. Se piorar depressa, ligue NHS 111, ou 999 numa emergência.

Não posso dizer daqui o que é.`,
  bowel: `Se as fezes forem pretas ou vermelho-escuras, ou se tiver diarreia com sangue, ligue já para o centro de saúde (GP) ou para o NHS 111. Se sangrar muito, ligue 999.`,
  eye: `Obrigado por me dizer. Uma mudança na visão precisa de ajuda hoje. Ligue hoje para o NHS 111 e diga-lhes o que me disse. Não espere pelo rastreio dos olhos e, por favor, não conduza.

Não posso dizer daqui o que é.`,
}

import type { Programme } from './phraseRule.ts'
import type { SafetyFinding } from './safetyFinding.ts'

const emergency = `This could be an emergency. Call 999 now, or ask someone near you to call.

Tell them what you told me. Please do not drive yourself anywhere.

I am a computer program and cannot send help. Do not wait for an answer here.`

const crisis = `I am sorry that things are this hard. Thank you for telling us. Please talk to a person now:

• If a life is in danger, call 999.
• NHS 111, option 2: urgent mental health help in England, day and night, at any age.
• Samaritans: call 116 123.
• Or text SHOUT to 85258.

I am letting our team know, but they may not see this straight away, so please do not wait for them.`

/** Says nothing on a locked screen that someone else should not read. */
const abuse = `Thank you for your message. I am passing it to a person in our team.

Is it safe to write to you here? You can answer just yes or no. If you do not answer, that is fine.

If you need help right now, call 999.`

const ask = 'Please call your GP surgery'
const symptom: Record<Programme, string> = {
  breast: `Thank you for telling me. ${ask} and say that you have a new breast change. Please do this today or as soon as they open, and do not wait for screening, even if your last mammogram was clear.

Most breast changes are not cancer, but it needs to be looked at. Screening is not the right test for this. If you have a screening appointment, you can keep it or cancel it. See your GP either way.

I cannot tell what it is from here.`,
  cervical: `Thank you for telling me. ${ask} and tell them what you told me. Please do not wait for your next screening, even if your last result was normal.

It needs to be looked at, and screening is not the right test for this. If the bleeding is heavy and will not stop, call 999.

I cannot tell what it is from here.`,
  bowel: `Thank you for telling me. ${ask} and tell them what you told me. Please do not wait for a kit, even if your last one was clear.

If your poo is black or dark red, or you have bloody diarrhoea, call the surgery or NHS 111 now. If you are bleeding heavily or the toilet water turns red, call 999.

I cannot tell what it is from here.`,
  lung: `Thank you for telling me. ${ask} and tell them what you told me. Please do not wait for a lung scan, even if your last one was clear.

If you cannot breathe, or it gets bad quickly, call 999.

I cannot tell what it is from here.`,
  eye: `Thank you for telling me. A change in your sight needs help today. Please call NHS 111 for help today, and tell them what you told me. Do not wait for your eye screening, and please do not drive.

I cannot tell what it is from here.`,
}

const otherSymptom = `Thank you for telling me. ${ask} and tell them what you told me. Please do not wait for screening, even if your last result was clear.

It needs to be looked at, and screening is not the right test for this. If it gets bad quickly, call NHS 111, or 999 in an emergency.

I cannot tell what it is from here.`

/** The fixed words for a finding: what to do now. Written and reviewed as code, so that no change of content can touch them. */
export function safetyReply({ kind, programme }: SafetyFinding): string {
  switch (kind) {
    case 'emergency':
      return emergency
    case 'crisis':
      return crisis
    case 'abuse':
      return abuse
    case 'symptom':
      return programme ? symptom[programme] : otherSymptom
  }
}

import type { RequestKind } from './request.ts'

/** asked: staff have it to do. done: the office's own system has it. confirmed: she has been told. */
export type RequestStatus = 'asked' | 'done' | 'confirmed' | 'withdrawn'

/** How she heard of it; notice: by the message that goes out by itself. */
export type ToldWay = 'chat' | 'phone' | 'letter' | 'notice'

export type RequestStep = { status: RequestStatus; at: Date; by: string; told?: ToldWay; comment?: string }

export type OfficeRequest = {
  id: string
  kind: RequestKind
  status: RequestStatus
  createdAt: Date
  conversationId?: string
  participantId?: string
  appointmentId?: string
  /** In the bot's words, opened. */
  details?: string
  steps: RequestStep[]
}

export type RequestFilter = { status?: RequestStatus | 'open'; kind?: RequestKind; participantId?: string }

export type StepOutcome =
  | { kind: 'done' }
  /** A colleague was faster, or it was withdrawn: as it stands now. */
  | { kind: 'elsewhere'; request: OfficeRequest }
  | { kind: 'unknown' }

/** What people asked the office for, as staff work on it. */
export type RequestDesk = {
  /** Oldest first while they are open, else newest first. */
  list(filter: RequestFilter, limit: number, offset?: number): Promise<OfficeRequest[]>
  get(id: string): Promise<OfficeRequest | undefined>
  /** From asked to done, from done to confirmed, from either to withdrawn: by one colleague, who is noted. */
  step(
    id: string,
    to: Exclude<RequestStatus, 'asked'>,
    by: { id: string; firstName: string },
    more?: { told?: ToldWay; comment?: string },
  ): Promise<StepOutcome>
}

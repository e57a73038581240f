/** What every error code means. ARCHITECTURE.md lists the same codes and a test compares them. */
type ErrorEntry = {
  /** The HTTP status it becomes. */
  status: number
  logLevel: 'debug' | 'info' | 'warn' | 'error'
  /** What the caller is told, in plain words. */
  message: string
  /** What was and was not written when it is thrown. */
  written: string
}

export const errorTable = {
  BAD_SIGNATURE: { status: 401, logLevel: 'warn', message: 'The signature is missing or wrong.', written: 'nothing' },
  VERIFY_TOKEN_WRONG: { status: 403, logLevel: 'warn', message: 'The verify token is wrong.', written: 'nothing' },
  TOKEN_MISSING: { status: 401, logLevel: 'info', message: 'A token is needed.', written: 'nothing' },
  TOKEN_INVALID: {
    status: 403,
    logLevel: 'info',
    message: 'The token is wrong, has expired, or is for another conversation.',
    written: 'nothing',
  },
  METRICS_TOKEN_WRONG: {
    status: 403,
    logLevel: 'warn',
    message: 'The bearer token is not the one that METRICS_TOKEN says.',
    written: 'nothing',
  },
  LOCAL_ONLY: {
    status: 403,
    logLevel: 'warn',
    message:
      'Without MicrosoftAppId only the Bot Framework Emulator on the same machine is answered here. Set the app id and password to connect other channels.',
    written: 'nothing',
  },
  IDENTITY_UNAVAILABLE: {
    status: 503,
    logLevel: 'warn',
    message: 'The token cannot be checked at the moment. Please try again.',
    written: 'nothing, or all of it by a store that answered too late; the sender tries again, and a repetition changes nothing',
  },
  SIGN_IN_NEEDED: { status: 401, logLevel: 'info', message: 'Please sign in first.', written: 'nothing' },
  NOT_ALLOWED: { status: 403, logLevel: 'warn', message: 'Your account may not do this. Ask an admin if it should.', written: 'nothing' },
  FORM_NOT_OURS: {
    status: 403,
    logLevel: 'warn',
    message: 'This did not come from a page of ours, or you have signed in anew since. Reload the page and try again.',
    written: 'nothing',
  },
  MALFORMED_JSON: { status: 400, logLevel: 'info', message: 'The body is not valid JSON.', written: 'nothing' },
  INVALID_REQUEST: { status: 400, logLevel: 'info', message: 'The request is not valid.', written: 'nothing' },
  NOT_FOUND: { status: 404, logLevel: 'debug', message: 'There is nothing at this address.', written: 'nothing' },
  METHOD_NOT_ALLOWED: { status: 405, logLevel: 'debug', message: 'This address does not take that method.', written: 'nothing' },
  BODY_TOO_LARGE: { status: 413, logLevel: 'info', message: 'The body is too large.', written: 'nothing' },
  WRONG_CONTENT_TYPE: { status: 415, logLevel: 'info', message: 'The body is of the wrong type.', written: 'nothing' },
  TOO_MANY_REQUESTS: {
    status: 429,
    logLevel: 'info',
    message: 'That was too much at once. Please wait a moment and try again.',
    written: 'nothing',
  },
  FILES_NOT_TAKEN: { status: 415, logLevel: 'info', message: 'Files are not taken here. Please write instead.', written: 'nothing' },
  NOT_OFFERED: { status: 501, logLevel: 'info', message: 'This part of the protocol is not offered here.', written: 'nothing' },
  STOPPING: {
    status: 503,
    logLevel: 'info',
    message: 'The service is about to stop. Please try again.',
    written: 'nothing, or all of it by a store that answered too late; the sender tries again, and a repetition changes nothing',
  },
  STORE_UNAVAILABLE: {
    status: 503,
    logLevel: 'error',
    message: 'The service cannot keep messages at the moment. Please try again.',
    written: 'nothing, or all of it by a store that answered too late; the sender tries again, and a repetition changes nothing',
  },
  INTERNAL: {
    status: 500,
    logLevel: 'error',
    message: 'Something went wrong on our side.',
    written: 'unknown; the log has the correlation id',
  },
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof errorTable

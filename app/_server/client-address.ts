import { CLIENT_ADDRESS_HEADER } from '#server/usecases/identity/ports.ts'

/** Whose request this is, as the process wrote it there: for counting, not for trust. */
export const clientAddress = (headers: Headers): string => headers.get(CLIENT_ADDRESS_HEADER) ?? 'unknown'

import { heldRegistrationState, registrationState } from '#core/contract/registrations.ts'
import type { Registration, RegistrationStatus } from '#server/usecases/registrations/ports.ts'
import type { Prisma } from './generated/client.ts'

export const registrationSelect = {
  personId: true,
  queueKey: true,
  version: true,
  state: true,
  cancelledFrom: true,
  cancelledAt: true,
} as const satisfies Prisma.RegistrationSelect

type Row = Prisma.RegistrationGetPayload<{ select: typeof registrationSelect }>

export const toRegistration = ({ personId, queueKey, version, ...status }: Row): Registration => ({
  personId,
  queueKey,
  version,
  status: toStatus(status),
})

export function toStatus({
  state,
  cancelledFrom,
  cancelledAt,
}: Pick<Row, 'state' | 'cancelledFrom' | 'cancelledAt'>): RegistrationStatus {
  const known = registrationState.parse(state)
  if (known !== 'cancelled') return { state: known }
  if (cancelledAt === null) throw new Error('a cancelled registration says since when')
  return { state: known, from: heldRegistrationState.parse(cancelledFrom), atEpochMs: cancelledAt.getTime() }
}

export const statusColumns = (status: RegistrationStatus) =>
  status.state === 'cancelled'
    ? { state: status.state, cancelledFrom: status.from, cancelledAt: new Date(status.atEpochMs) }
    : { state: status.state, cancelledFrom: null, cancelledAt: null }

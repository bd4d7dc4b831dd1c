import type { z } from 'zod'
import type { Acknowledgement } from '#core/contract/acknowledgement.ts'
import { AppError } from '#core/contract/errors.ts'
import {
  roomRequests,
  type RoomOutput,
  type RoomParsedInput,
  type RoomRequestName,
} from '#core/contract/room-requests.ts'
import type { Ids, Log } from '#server/usecases/ports.ts'
import type { RateLimits } from './rate-limits.ts'
import type { RoomConnection } from './room-connection.ts'
import type { RoomSocket } from './room-socket.ts'

export type RoomHandlers = {
  [N in RoomRequestName]: (connection: RoomConnection, input: RoomParsedInput<N>) => Promise<RoomOutput<N>>
}

export interface BindOptions {
  handlers: RoomHandlers
  limits: RateLimits
  ids: Ids
  log: Log
}

type Ack = (answer: Acknowledgement) => void

const schemas: { readonly [N in RoomRequestName]: { input: z.ZodType<RoomParsedInput<N>> } } = roomRequests

const isRequestName = (name: string): name is RoomRequestName => Object.hasOwn(roomRequests, name)
const isAck = (value: unknown): value is Ack => typeof value === 'function'

/**
 * The only place that listens to clients. [ACK1] Every request is answered exactly once, with `{ ok: true, data }` or
 * `{ ok: false, error }`. [ACK2] What is not a request (no acknowledgement asked for, an unknown name, more than one
 * payload) has no effect; too much of it closes the socket.
 */
export function bind(socket: RoomSocket, connection: RoomConnection, options: BindOptions): void {
  socket.onAny((name: string, ...args: unknown[]) => {
    const ack = args.at(-1)
    if (args.length !== 2 || !isAck(ack) || !isRequestName(name)) {
      void refuse(socket, connection, { ack, ...options }).catch((error: unknown) => report(error, name, options))
      return
    }
    void answer(name, { connection, payload: args[0], ...options }).then(ack, (error: unknown) =>
      ack({ ok: false, error: failure(error, name, options) }),
    )
  })
}

async function answer<N extends RoomRequestName>(
  name: N,
  { connection, payload, handlers, limits }: BindOptions & { connection: RoomConnection; payload: unknown },
): Promise<Acknowledgement> {
  await limits.take(name, connection.limitKey)
  const input = parse(name, payload)
  return { ok: true, data: await handlers[name](connection, input) }
}

function parse<N extends RoomRequestName>(name: N, payload: unknown): RoomParsedInput<N> {
  const parsed = schemas[name].input.safeParse(payload)
  if (parsed.success) return parsed.data
  const field = parsed.error.issues[0]?.path.join('.')
  throw new AppError('INVALID', '内容不合要求。', field ? { field } : {})
}

async function refuse(
  socket: RoomSocket,
  connection: RoomConnection,
  { ack, limits }: { ack: unknown; limits: RateLimits },
): Promise<void> {
  if (!(await limits.takeNoise(connection.limitKey))) {
    socket.disconnect(true)
    return
  }
  if (isAck(ack)) ack({ ok: false, error: new AppError('INVALID', '没有这种请求。').toWire() })
}

function failure(error: unknown, name: string, options: BindOptions) {
  if (error instanceof AppError) return error.toWire()
  const incident = report(error, name, options)
  return { code: 'INTERNAL' as const, message: `服务器出错了，编号 ${incident}。`, retryable: false, incident }
}

/** [ERR1] A bug is logged under a number, and only the number goes out. */
function report(error: unknown, name: string, { ids, log }: BindOptions): string {
  const incident = ids.next()
  log.error({ incident, request: name, err: error }, 'request_failed')
  return incident
}

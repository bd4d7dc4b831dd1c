import { createHmac, randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

const BINDING_REQUEST = 0x0001
const COOKIE = 0x2112a442
const HEADER_BYTES = 20
const attributes = { username: 0x0006, integrity: 0x0008, priority: 0x0024, nominate: 0x0025 }
const optional = { fingerprint: 0x8028, controlling: 0x802a }
/** RFC 8489, 14.7. */
const FINGERPRINT_XOR = 0x5354554e

interface Credentials {
  usernameFragment: string
  password: string
}

/** A connectivity check as a browser sends it (RFC 8445): with the credentials that signalling has told. */
export function stunRequest({ usernameFragment, password }: Credentials): { id: string; bytes: Buffer } {
  const id = randomBytes(12)
  const header = Buffer.concat([u16(BINDING_REQUEST), u16(0), u32(COOKIE), id])
  const asked = Buffer.concat([
    header,
    attribute(attributes.username, Buffer.from(`${usernameFragment}:browser`)),
    attribute(attributes.priority, u32(1)),
    attribute(attributes.nominate, Buffer.alloc(0)),
    attribute(optional.controlling, randomBytes(8)),
  ])
  const signed = append(asked, attributes.integrity, {
    valueBytes: 20,
    of: (covered) => createHmac('sha1', password).update(covered).digest(),
  })
  const bytes = append(signed, optional.fingerprint, {
    valueBytes: 4,
    of: (covered) => u32((crc32(covered) ^ FINGERPRINT_XOR) >>> 0),
  })
  return { id: id.toString('hex'), bytes }
}

/** What an answer answers. */
export const stunIdOf = (message: Buffer): string => message.subarray(8, HEADER_BYTES).toString('hex')

/** Both checks cover the message before them, with a length that counts them in. */
function append(
  message: Buffer,
  type: number,
  { valueBytes, of }: { valueBytes: number; of: (covered: Buffer) => Buffer },
): Buffer {
  const covered = Buffer.from(message)
  covered.writeUInt16BE(covered.length - HEADER_BYTES + 4 + valueBytes, 2)
  return Buffer.concat([covered, attribute(type, of(covered))])
}

function attribute(type: number, value: Buffer): Buffer {
  return Buffer.concat([u16(type), u16(value.length), value, Buffer.alloc((4 - (value.length % 4)) % 4)])
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

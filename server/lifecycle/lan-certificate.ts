import { X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const MS_PER_DAY = 86_400_000
/** Browsers refuse certificates of more than 825 days, even such as these. */
const VALID_DAYS = 365
const RENEW_BEFORE_DAYS = 14

export interface Certificate {
  key: string
  cert: string
}

export interface CertificateOptions {
  /** Where it is kept, the key with mode 0600. */
  folder: string
  address: string
  now: Date
}

/** The certificate that this machine made for itself; made anew when its address has changed or its time runs out. */
export async function ensureLanCertificate({ folder, address, now }: CertificateOptions): Promise<Certificate> {
  const keyFile = join(folder, 'key.pem')
  const certFile = join(folder, 'cert.pem')
  if (existsSync(keyFile) && existsSync(certFile)) {
    const kept = { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') }
    if (isUsable(kept.cert, { address, now })) return kept
  }
  const made = await makeCertificate({ address, now })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(keyFile, made.key, { mode: 0o600 })
  writeFileSync(certFile, made.cert)
  return made
}

function isUsable(pem: string, { address, now }: { address: string; now: Date }): boolean {
  const certificate = new X509Certificate(pem)
  const renewFromMs = certificate.validToDate.getTime() - RENEW_BEFORE_DAYS * MS_PER_DAY
  return certificate.checkIP(address) !== undefined && now.getTime() < renewFromMs
}

async function makeCertificate({ address, now }: { address: string; now: Date }): Promise<Certificate> {
  // Read only here: a start without --lan makes no certificate.
  const { generate } = await import('selfsigned')
  const made = await generate([{ name: 'commonName', value: 'Tongke' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now.getTime() - MS_PER_DAY),
    notAfterDate: new Date(now.getTime() + VALID_DAYS * MS_PER_DAY),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 7, ip: address },
          { type: 7, ip: '127.0.0.1' },
          { type: 2, value: 'localhost' },
        ],
      },
    ],
  })
  return { key: made.private, cert: made.cert }
}

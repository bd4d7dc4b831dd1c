import { X509Certificate } from 'node:crypto'
import { statSync } from 'node:fs'
import { request } from 'node:https'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ensureLanCertificate } from '#server/lifecycle/lan-certificate.ts'
import { ServiceProcess, temporaryDataDir } from '#tests/support/service-process.ts'

const NOW = new Date('2026-11-22T08:00:00Z')
const MS_PER_DAY = 86_400_000

describe('--lan', () => {
  const data = temporaryDataDir()
  afterAll(() => data.remove())

  it('[LAN1] answers over HTTPS with a certificate for the announced address, and prints a code to scan', async () => {
    const service = new ServiceProcess({
      dataDir: data.path,
      args: ['--lan', '--services=realtime'],
      env: { TONGKE_MEDIA_ANNOUNCED_ADDRESS: '127.0.0.1' },
    })
    const origin = await service.ready()
    expect(origin).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const call = request(`${origin}/healthz`, { rejectUnauthorized: false }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      call.once('error', reject)
      call.end()
    })
    expect(status).toBe(200)
    const { output } = await service.end('SIGTERM')
    expect(output).toContain('▄')
  })

  it('[LAN2] the certificate is kept while the address stays, and made anew when it changes or runs out', async () => {
    const folder = join(data.path, 'own')
    const first = await ensureLanCertificate({ folder, address: '192.168.1.20', now: NOW })
    expect(await ensureLanCertificate({ folder, address: '192.168.1.20', now: NOW })).toEqual(first)
    expect(statSync(join(folder, 'key.pem')).mode & 0o777).toBe(0o600)

    const moved = await ensureLanCertificate({ folder, address: '192.168.1.21', now: NOW })
    expect(new X509Certificate(moved.cert).checkIP('192.168.1.21')).toBe('192.168.1.21')

    const nextYear = new Date(NOW.getTime() + 360 * MS_PER_DAY)
    const renewed = await ensureLanCertificate({ folder, address: '192.168.1.21', now: nextYear })
    expect(new X509Certificate(renewed.cert).validToDate.getTime()).toBeGreaterThan(
      nextYear.getTime() + 300 * MS_PER_DAY,
    )
  })
})

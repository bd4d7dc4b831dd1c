import { cp } from 'node:fs/promises'
import { ServiceProcess, temporaryDataDir } from '../service-process.ts'
import { findFreePorts, MEDIA_PORTS } from './free-ports.ts'

let founded: Promise<string> | undefined

/**
 * Fills an empty data folder with the demo city. It is founded once for this process, by a start of its own, and copied: a
 * start with demo mode goes on to film the city's finished seminar, which leaves no processor for cameras.
 */
export async function settleCity(dataDir: string): Promise<void> {
  founded ??= foundCity()
  await cp(await founded, dataDir, { recursive: true })
}

async function foundCity(): Promise<string> {
  const data = temporaryDataDir()
  process.once('exit', data.remove)
  const mediaPort = await findFreePorts(MEDIA_PORTS)
  const service = new ServiceProcess({
    dataDir: data.path,
    env: { TONGKE_MEDIA_PORT: String(mediaPort), TONGKE_MEDIA_WORKERS: '1', TONGKE_DEMO: '1' },
  })
  await service.ready()
  await service.end('SIGTERM')
  return data.path
}

import { parseArgs } from 'node:util'
import { serviceNames, type ServiceName } from './config.ts'

export interface CommandLine {
  lan: boolean
  services: ReadonlySet<ServiceName>
}

/** Reads the flags of `server/main.ts`: `--lan` and `--services=web,realtime,…`. Answers the faults where it cannot. */
export function parseCommandLine(argv: readonly string[]): { commandLine: CommandLine } | { faults: string[] } {
  const faults: string[] = []
  const known = argv.filter((argument) => argument === '--lan' || argument.startsWith('--services='))
  for (const argument of argv) {
    if (!known.includes(argument)) faults.push(`${argument}：没有这个选项。There is no such option.`)
  }
  const { values } = parseArgs({ args: known, options: { lan: { type: 'boolean' }, services: { type: 'string' } } })
  const wanted = values.services?.split(',') ?? [...serviceNames]
  const services = new Set(serviceNames.filter((name) => wanted.includes(name)))
  for (const name of wanted) {
    if (!serviceNames.some((known) => known === name)) {
      faults.push(`--services：没有“${name}”这项服务，可用的有 ${serviceNames.join('、')}。Unknown service.`)
    }
  }
  return faults.length > 0 ? { faults } : { commandLine: { lan: values.lan ?? false, services } }
}

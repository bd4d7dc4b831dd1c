import { readFileSync } from 'node:fs'

/** A process id alone is reused by the system; with the moment of its start it names one process. */
export interface ProcessIdentity {
  pid: number
  /** Clock ticks since boot (proc(5), /proc/pid/stat, field 22), or '' where there is no /proc. */
  startedAtTicks: string
}

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, startedAtTicks: readStartTicks(process.pid) ?? '' }
}

export function isRunning({ pid, startedAtTicks }: ProcessIdentity): boolean {
  const ticks = readStartTicks(pid)
  if (ticks !== undefined) return ticks === startedAtTicks
  if (startedAtTicks !== '') return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function readStartTicks(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name in parentheses, which may itself hold spaces and parentheses.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}

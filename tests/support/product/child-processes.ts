import { readdirSync, readFileSync } from 'node:fs'

/** A command's name in /proc is cut to this length. */
const COMMAND_MAX_CHARS = 15

/** Processes with this command that the process or one of its threads has started, read from Linux' /proc. */
export function childProcesses(parentPid: number, { command }: { command: string }): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => {
      const stat = readStat(pid)
      return stat?.parentPid === parentPid && stat.command === command.slice(0, COMMAND_MAX_CHARS)
    })
}

/** Null when the process has ended meanwhile. */
function readStat(pid: number): { command: string; parentPid: number } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const command = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
    const [, parentPid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { command, parentPid: Number(parentPid) }
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return null
    throw error
  }
}

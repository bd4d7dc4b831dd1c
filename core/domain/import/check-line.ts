import {
  importedRole,
  type ImportCells,
  type ImportColumn,
  type ImportedRole,
  type ImportFault,
} from '#core/contract/imports.ts'
import { username as usernameSchema } from '#core/contract/account.ts'
import { ROLE_FACTS, STAGES } from './choices.ts'

const MAX_CHARS: Record<ImportColumn, number> = {
  name: 20,
  username: 30,
  organisation: 40,
  parent: 40,
  stage: 10,
  subject: 20,
  post: 30,
  role: 20,
}

const REQUIRED = ['name', 'username', 'organisation'] as const

/** The person of one row, as far as the row alone can tell. Null: nothing was said, so nothing is changed. */
export interface CheckedLine {
  name: string
  username: string
  organisation: string
  parent: string | null
  stage: string | null
  subject: string | null
  post: string | null
  role: ImportedRole | null
}

/** Never throws, whatever stands in the cells. Line and faults may both be there: then the line is as far as it goes. */
export function checkLine(
  cells: ImportCells,
  { roles }: { roles: readonly ImportedRole[] },
): { line: CheckedLine; faults: ImportFault[] } {
  const faults: ImportFault[] = []
  for (const column of REQUIRED) {
    if ((cells[column] ?? '') === '') faults.push({ kind: 'missing', column, found: '' })
  }
  for (const [column, max] of entries(MAX_CHARS)) {
    const cell = cells[column] ?? ''
    if (/\p{Cc}|\ufffd/u.test(cell)) faults.push({ kind: 'unreadable', column, found: shown(cell) })
    else if ([...cell].length > max) faults.push({ kind: 'too-long', column, found: shown(cell), max })
  }
  const faulty = new Set(faults.map(({ column }) => column))
  const known = (column: ImportColumn) => (faulty.has(column) ? '' : (cells[column] ?? ''))

  const username = known('username')
  if (username !== '' && !usernameSchema.safeParse(username).success) {
    faults.push({ kind: 'bad-username', column: 'username', found: shown(username) })
  }
  const stage = known('stage')
  if (stage !== '' && !STAGES.some((one) => one === stage)) {
    faults.push({ kind: 'unknown', column: 'stage', found: shown(stage), choices: [...STAGES] })
  }
  const roleText = known('role')
  const role = roleText === '' ? null : roleCalled(roleText, roles)
  if (role === undefined) {
    const choices = roles.map((one) => ROLE_FACTS[one].label)
    faults.push({ kind: 'unknown', column: 'role', found: shown(roleText), choices })
  }
  return {
    line: {
      name: known('name'),
      username,
      organisation: known('organisation'),
      parent: known('parent') || null,
      stage: stage || null,
      subject: known('subject') || null,
      post: known('post') || null,
      role: role ?? null,
    },
    faults,
  }
}

const roleCalled = (text: string, roles: readonly ImportedRole[]) =>
  importedRole.options.find(
    (role) => roles.includes(role) && (ROLE_FACTS[role].label === text || ROLE_FACTS[role].aliases.includes(text)),
  )

const SHOWN_MAX_CHARS = 60

/** What stood there, in one line that is not too long. */
export function shown(cell: string): string {
  const line = cell.replace(/\p{Cc}/gu, ' ')
  const chars = [...line]
  return chars.length > SHOWN_MAX_CHARS ? `${chars.slice(0, SHOWN_MAX_CHARS).join('')}…` : line
}

const entries = (limits: typeof MAX_CHARS) => Object.entries(limits) as [ImportColumn, number][]

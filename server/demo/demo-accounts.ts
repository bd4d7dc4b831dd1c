import { randomInt } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { DEMO_PEOPLE } from './people-list.ts'

const FILE = 'demo-accounts.json'
/** Without what looks alike. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 3
const GROUP_CHARS = 4

const demoAccounts = z.object({
  /** False from the first stone of the city to its last: what stands then is not whole. */
  complete: z.boolean(),
  accounts: z.array(z.object({ username: z.string(), password: z.string(), name: z.string() })),
})
export type DemoAccounts = z.infer<typeof demoAccounts>

/** Null when no demo city was ever begun here. Throws when the file is not one of ours. */
export async function readDemoAccounts(dataDir: string): Promise<DemoAccounts | null> {
  try {
    return demoAccounts.parse(JSON.parse(await readFile(join(dataDir, FILE), 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** For its owner's eyes alone, and durable when resolved. */
export async function writeDemoAccounts(dataDir: string, accounts: DemoAccounts): Promise<void> {
  const unfinished = join(dataDir, `${FILE}.unfinished`)
  const file = await open(unfinished, 'w', 0o600)
  try {
    await file.chmod(0o600)
    await file.writeFile(`${JSON.stringify(accounts, null, 2)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(unfinished, join(dataDir, FILE))
}

/** 59 random bits each, easy to type from a piece of paper. */
export function drawPasswords(): DemoAccounts['accounts'] {
  return DEMO_PEOPLE.map(({ username, name }) => ({ username, name, password: drawPassword() }))
}

function drawPassword(): string {
  const group = () => Array.from({ length: GROUP_CHARS }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return Array.from({ length: GROUPS }, group).join('-')
}

import { planActivities } from './activities.ts'
import { applyForStudios } from './applications.ts'
import { drawPasswords, readDemoAccounts, writeDemoAccounts, type DemoAccounts } from './demo-accounts.ts'
import { DemoCity, type DemoDeps, type DemoTheme } from './demo-city.ts'
import { fillLibrary } from './library.ts'
import { openLiveSeminar } from './live-seminar.ts'
import { foundOrganisations } from './organisations.ts'
import { settlePeople } from './people.ts'
import { proposeMembers } from './proposals.ts'
import { registerTeachers } from './registrations.ts'
import { openStudios } from './studios.ts'
import { linkYearPlans, writeYearPlans } from './year-plans.ts'

const THEMES: readonly DemoTheme[] = [
  foundOrganisations,
  settlePeople,
  openStudios,
  proposeMembers,
  writeYearPlans,
  applyForStudios,
  planActivities,
  linkYearPlans,
  registerTeachers,
  fillLibrary,
  openLiveSeminar,
]

/** One account of each kind, for the person who started the service. */
const SHOWN: readonly (readonly [role: string, username: string])[] = [
  ['名师（主持人）', 'zhaiyaqin'],
  ['工作室成员（主讲）', 'jingwentao'],
  ['教师', 'zhouyutong'],
  ['专家', 'gongjianmin'],
  ['名校长', 'luzhendong'],
  ['学校管理员', 'puchunxia'],
  ['区县管理员', 'luguangping'],
  ['市教师教育办公室', 'gengfengming'],
  ['系统运维', 'yuhaining'],
]

export interface ShownAccount {
  role: string
  name: string
  username: string
  password: string
}

export interface FoundingOptions {
  /** Where the passwords are kept: `demo-accounts.json`, 0600. */
  dataDir: string
  /** Empties the database of what an earlier founding left that did not come to its end. */
  clear: () => Promise<void>
}

/**
 * Founds the demo city when the database has no people yet, through the use-cases. Answers one account per role, or
 * none where the people are not the demo's. Cut short, the next call begins anew.
 */
export async function foundDemoCity(deps: DemoDeps, { dataDir, clear }: FoundingOptions): Promise<ShownAccount[]> {
  const earlier = await readDemoAccounts(dataDir)
  if (earlier !== null && !earlier.complete) await clear()
  if ((await deps.people.count()) > 0) return show(earlier?.accounts ?? [])
  const accounts = drawPasswords()
  await writeDemoAccounts(dataDir, { complete: false, accounts })
  const passwords = new Map(accounts.map(({ username, password }) => [username, password]))
  const city = new DemoCity(deps, { passwords, nowEpochMs: deps.clock.nowEpochMs() })
  for (const theme of THEMES) await theme(deps, city)
  await writeDemoAccounts(dataDir, { complete: true, accounts })
  return show(accounts)
}

function show(accounts: DemoAccounts['accounts']): ShownAccount[] {
  return SHOWN.flatMap(([role, username]) => {
    const account = accounts.find((one) => one.username === username)
    return account === undefined ? [] : [{ role, ...account }]
  })
}

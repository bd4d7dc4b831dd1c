import type { Database } from './adapters/postgres/database.ts'
import { spellWhatStands } from './adapters/postgres/spell-what-stands.ts'
import type { Lifecycle } from './lifecycle/lifecycle.ts'
import type { Log } from './usecases/ports.ts'

/** Names of before spellings were kept become findable by pinyin while the service already runs. */
export function startSpelling({ database, lifecycle, log }: { database: Database; lifecycle: Lifecycle; log: Log }) {
  const { signal } = lifecycle
  const spelling = spellWhatStands(database, { signal }).catch((error: unknown) => {
    if (!signal.aborted) log.error({ err: error }, 'spelling_failed')
  })
  lifecycle.onStop({ name: 'spelling', deadlineMs: 1_000, stop: () => spelling })
}

import { getTranslations } from 'next-intl/server'
import type { SessionPackage } from '#core/contract/session-package.ts'
import { Section } from '#app/_ui/section.tsx'

const MINUTE_MS = 60_000
const minutesOf = (durationMs: number) => Math.round(durationMs / MINUTE_MS)

/** Who was there and for how long, as the log has it. */
export async function PackageAttendance({ left: { attendance } }: { left: SessionPackage }) {
  const t = await getTranslations('resource.package')
  if (attendance.people.length === 0) return null
  return (
    <Section title={t('attendance')} margin="narrow" gap="small">
      <ul className="grid grid-cols-2 gap-x-10 phone:grid-cols-1">
        {attendance.people.map(({ personId, name, organisation, presentMs, spokenMs }) => (
          <li key={personId} className="border-b border-line py-2">
            <p>
              <strong className="pr-2 font-medium">{name}</strong>
              <span className="text-ink-3">{organisation}</span>
            </p>
            <p className="text-meta text-ink-3">
              {t('present', { minutes: minutesOf(presentMs) })}
              {minutesOf(spokenMs) > 0 && `·${t('spoke', { minutes: minutesOf(spokenMs) })}`}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

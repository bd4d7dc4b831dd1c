import { getTranslations } from 'next-intl/server'
import type { StudioDetail } from '#core/contract/http-requests.ts'
import { Avatar } from '#app/_ui/avatar.tsx'
import { Section } from '#app/_ui/section.tsx'

/** 成员: names, and where they teach. */
export async function StudioMembers({ members }: { members: StudioDetail['members'] }) {
  const t = await getTranslations('studio')
  return (
    <Section title={t('members')}>
      {members.length === 0 ? (
        <p className="text-ink-3">{t('noMembers')}</p>
      ) : (
        <ul className="grid grid-cols-4 gap-x-6 gap-y-5 laptop:grid-cols-3 phone:grid-cols-2">
          {members.map(({ person }) => (
            <li key={person.id} className="flex items-center gap-3">
              <Avatar name={person.name} />
              <span>
                <b className="block font-medium">{person.name}</b>
                <span className="block text-caption text-ink-3">{person.district ?? person.organisation}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

import { getTranslations } from 'next-intl/server'
import type { ActivityDetail } from '#core/contract/http-requests.ts'
import { Section } from '#app/_ui/section.tsx'

/** 主讲, with a face where there is one. */
export async function ActivityPresenters({ detail: { people } }: { detail: ActivityDetail }) {
  const t = await getTranslations('activity')
  const presenters = people.filter(({ role }) => role === 'presenter')
  if (presenters.length === 0) return null
  return (
    <Section title={t('presenters')} margin="narrow" gap="small">
      <ul className="flex flex-col gap-5">
        {presenters.map(({ person, note }) => (
          <li key={person.id} className="flex gap-6 phone:gap-4">
            <Portrait name={person.name} url={person.portraitUrl} />
            <div>
              <p className="font-song text-h3 font-semibold">{person.name}</p>
              <p className="text-ink-2">
                {person.organisation}
                {note !== null && <span className="ml-3.5">{note}</span>}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The face out of a wide portrait; the first character of the name where there is none. */
function Portrait({ name, url }: { name: string; url: string | null }) {
  return (
    <span
      aria-hidden
      className="grid size-18 shrink-0 place-items-center overflow-hidden rounded-full bg-well font-song text-[1.75rem] leading-none font-semibold text-ink-2 phone:size-12 phone:text-[1.1875rem]"
    >
      {url === null ? (
        Array.from(name)[0]
      ) : (
        // Already cut to size by the server.
        // eslint-disable-next-line @next/next/no-img-element
        <img src={url} alt="" className="size-full origin-[49%_34%] scale-145 object-cover" />
      )}
    </span>
  )
}

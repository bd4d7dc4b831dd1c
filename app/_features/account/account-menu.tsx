import type { ReactNode } from 'react'
import type { PersonCard } from '#core/contract/activity.ts'
import { Avatar } from '#app/_ui/avatar.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'

type AccountMenuProps = {
  person: PersonCard
  username: string
  texts: { open: string; desk: string; calendar: string; mail: string }
  looks: ReactNode
  signOut: ReactNode
}

/** The avatar in the bar and what it opens: the browser's own popover, which needs no script. */
export function AccountMenu({ person, username, texts, looks, signOut }: AccountMenuProps) {
  return (
    <>
      <button type="button" popoverTarget="account-menu" aria-label={texts.open} className="touch-area rounded-full">
        <Avatar name={person.name} />
      </button>
      <div
        id="account-menu"
        popover="auto"
        className="inset-auto top-15 right-[max(1.5rem,calc((100vw-72rem)/2))] m-0 w-72 rounded-control bg-sheet p-4 text-ink shadow-float phone:top-14 phone:right-4"
      >
        <p className="font-song text-read font-semibold">{person.name}</p>
        <p className="text-meta text-ink-3">{person.organisation}</p>
        <p className="text-meta text-ink-3">{username}</p>
        <p className="mt-3 flex flex-wrap gap-x-6 gap-y-1 border-t border-line pt-3">
          <TextLink href="/desk" tone="quiet">
            {texts.desk}
          </TextLink>
          <TextLink href="/settings/calendar" tone="quiet">
            {texts.calendar}
          </TextLink>
          <TextLink href="/settings/mail" tone="quiet">
            {texts.mail}
          </TextLink>
        </p>
        <div className="mt-3 border-t border-line pt-3">{looks}</div>
        <div className="mt-3 border-t border-line pt-3">{signOut}</div>
      </div>
    </>
  )
}

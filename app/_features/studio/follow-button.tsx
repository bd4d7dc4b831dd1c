'use client'

import { useState, useTransition } from 'react'
import { buttonStyle } from '#app/_ui/button-style.ts'

type FollowButtonProps = {
  isFollowed: boolean
  follow: (follows: boolean) => Promise<{ failure: string } | undefined>
  texts: { follow: string; followed: string; busy: string }
}

/** One press to hear of the studio's activities, one more to hear no more. A plain one: every visitor's page carries this script. */
export function FollowButton({ isFollowed, follow, texts }: FollowButtonProps) {
  const [failure, setFailure] = useState<string>()
  const [isBusy, startTransition] = useTransition()
  const press = () => {
    if (!isBusy) startTransition(async () => setFailure((await follow(!isFollowed))?.failure))
  }
  return (
    <>
      <button
        type="button"
        aria-pressed={isFollowed}
        aria-disabled={isBusy}
        onClick={press}
        className={buttonStyle({ tone: isFollowed ? 'ghost' : 'secondary' })}
      >
        {isBusy ? texts.busy : isFollowed ? texts.followed : texts.follow}
      </button>
      {failure !== undefined && (
        <p role="alert" className="text-meta text-ochre">
          {failure}
        </p>
      )}
    </>
  )
}

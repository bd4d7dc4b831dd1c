'use client'

import { lazy, Suspense, useState } from 'react'
import { buttonStyle } from '#app/_ui/button-style.ts'

const SignOutEverywhere = lazy(() =>
  import('./sign-out-everywhere.tsx').then(({ SignOutEverywhere: component }) => ({ default: component })),
)

export type SignOutTexts = {
  signOut: string
  everywhere: string
  title: string
  text: string
  keep: string
  busy: string
  failed: string
}

type State = 'idle' | 'signing-out' | 'failed'

/** Signing out here at once; everywhere after a question. What they need is fetched when they are pressed. */
export function SignOutButtons({ texts }: { texts: SignOutTexts }) {
  const [state, setState] = useState<State>('idle')
  const [isAsking, setIsAsking] = useState(false)
  const leave = async () => {
    setState('signing-out')
    try {
      const { signOut } = await import('#app/_client/sign-in.ts')
      await signOut()
      // A full load: nothing of the person stays in this page's memory.
      window.location.assign('/')
    } catch {
      setState('failed')
    }
  }
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <button
          type="button"
          disabled={state === 'signing-out'}
          onClick={() => void leave()}
          className={buttonStyle({ size: 'small' })}
        >
          {state === 'signing-out' ? texts.busy : texts.signOut}
        </button>
        <button
          type="button"
          onClick={() => setIsAsking(true)}
          className={buttonStyle({ size: 'small', tone: 'ghost' })}
        >
          {texts.everywhere}
        </button>
      </div>
      {state === 'failed' && (
        <p role="alert" className="mt-2 text-meta text-ochre">
          {texts.failed}
        </p>
      )}
      {isAsking && (
        <Suspense>
          <SignOutEverywhere texts={texts} onKeep={() => setIsAsking(false)} />
        </Suspense>
      )}
    </>
  )
}

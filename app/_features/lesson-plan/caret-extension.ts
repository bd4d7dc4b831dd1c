import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { yCursorPlugin } from '@tiptap/y-tiptap'
import { planCaretUser, type PlanCaretUser } from '#core/contract/plan.ts'
import type { CaretGate } from '#app/_client/collab-client-carets.ts'
import type { CompositionHold } from './composition-hold.ts'
import { placeCaretNames } from './place-caret-names.ts'

/** The others' carets: a bar in the person's colour, the name beside the sheet or at the line's end (plan.css). */
export function caretExtension({ carets, hold }: { carets: CaretGate; hold: CompositionHold }): Extension {
  const plugins = () => [
    hold.withhold(
      yCursorPlugin(carets.awareness, {
        cursorBuilder: drawCaret,
        selectionBuilder: (user: unknown) => {
          const person = planCaretUser.safeParse(user)
          return person.success ? { class: 'plan-caret-range', style: personStyle(person.data) } : {}
        },
      }),
    ),
    new Plugin({ view: (view) => placeCaretNames(view.dom) }),
  ]
  return Extension.create({ name: 'planCarets', addProseMirrorPlugins: plugins })
}

const personStyle = ({ colour }: PlanCaretUser) => `--person: var(--person-${colour})`

function drawCaret(user: unknown): HTMLElement {
  const caret = document.createElement('span')
  const person = planCaretUser.safeParse(user)
  if (!person.success) return caret
  caret.className = 'plan-caret'
  caret.style.cssText = personStyle(person.data)
  caret.setAttribute('aria-hidden', 'true')
  // Drawn by the style sheet: a name is no part of the text, and is not copied with it.
  caret.dataset['name'] = person.data.name
  return caret
}

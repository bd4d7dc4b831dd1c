import { activityFormValues, type ActivityFormValues } from './form-values.ts'

const keyOf = (form: string) => `tongke:activity-form:${form}`

/** What was typed and not saved, on this device. `form` names the form: `new`, or an activity's id. */
export function readKeptForm(form: string): ActivityFormValues | null {
  try {
    const text = localStorage.getItem(keyOf(form))
    const kept = text === null ? null : activityFormValues.safeParse(JSON.parse(text))
    return kept?.success === true ? kept.data : null
  } catch {
    // The browser keeps nothing for this site, or what it kept is damaged: the form begins anew.
    return null
  }
}

export function keepForm(form: string, values: ActivityFormValues): void {
  try {
    localStorage.setItem(keyOf(form), JSON.stringify(values))
  } catch {
    // No room, or not allowed: the text is still on the page, and leaving asks.
    return
  }
}

export function dropKeptForm(form: string): void {
  try {
    localStorage.removeItem(keyOf(form))
  } catch {
    // Nothing was kept then.
    return
  }
}

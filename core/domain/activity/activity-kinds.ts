import { activityKind, type ActivityKind } from '#core/contract/activity.ts'
import { holds, type Actor } from '#core/domain/policy/actor.ts'

/** product.md §2: which kinds of activity a studio holds. */
export const STUDIO_KINDS: Record<'teacher' | 'principal', readonly ActivityKind[]> = {
  teacher: ['lesson-study', 'master-guidance', 'research-project', 'online-seminar'],
  principal: ['case-study', 'research-project', 'online-seminar', 'experience-exchange'],
}

/** The kinds an actor may create: in a studio those of the studio, outside of one those of their office. */
export function kindsOpenTo(actor: Actor, studio: { kind: 'teacher' | 'principal' } | null): readonly ActivityKind[] {
  if (studio !== null) return STUDIO_KINDS[studio.kind]
  if (holds(actor, 'office') || holds(actor, 'district-admin')) return activityKind.options
  return holds(actor, 'school-admin') ? ['group-preparation'] : []
}

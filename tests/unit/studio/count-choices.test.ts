import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countChoices, STUDIO_TRAITS, type StudioTraits } from '#core/domain/studio/count-choices.ts'

const traits: fc.Arbitrary<StudioTraits> = fc.record({
  kind: fc.constantFrom('teacher', 'principal'),
  level: fc.constantFrom('qilu', 'city', 'district'),
  districtId: fc.constantFrom('city', 'd1', 'd2'),
  stage: fc.constantFrom('', '小学', '初中'),
  subject: fc.constantFrom('语文', '数学', '九年一贯制学校'),
})
const filter = fc.record(
  {
    kind: fc.constantFrom('teacher', 'principal'),
    level: fc.constantFrom('qilu', 'city'),
    districtId: fc.constantFrom('city', 'd1'),
    stage: fc.constantFrom('小学', '高中'),
    subject: fc.constantFrom('语文'),
  },
  { requiredKeys: [] },
)

describe('what the directory can be narrowed to', () => {
  it('[STUDIO2] the number beside a choice is how many there are once it is chosen', () => {
    fc.assert(
      fc.property(fc.array(traits, { maxLength: 30 }), filter, (studios, chosen) => {
        const { total, counts } = countChoices(studios, chosen)
        const listed = (other: Partial<StudioTraits>) =>
          studios.filter((studio) =>
            STUDIO_TRAITS.every((trait) => other[trait] === undefined || other[trait] === studio[trait]),
          ).length
        expect(total).toBe(listed(chosen))
        for (const trait of STUDIO_TRAITS) {
          for (const value of new Set(studios.map((studio) => studio[trait]))) {
            if (value === '') continue
            expect(counts[trait].get(value) ?? 0).toBe(listed({ ...chosen, [trait]: value }))
          }
        }
      }),
    )
  })

  it('[STUDIO2] nobody is asked to choose what nobody has said', () => {
    const studio: StudioTraits = { kind: 'principal', level: 'city', districtId: 'd1', stage: '', subject: '完全中学' }
    expect(countChoices([studio], {}).counts.stage.size).toBe(0)
  })
})

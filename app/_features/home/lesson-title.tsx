/** A lesson's name: what follows the book title stands on a line of its own where there is room. */
export function LessonTitle({ children }: { children: string }) {
  const parts = /^(《[^》]+》)(.+)$/.exec(children)
  if (parts === null) return children
  return (
    <>
      {parts[1]}
      <br className="phone:hidden" />
      {parts[2]}
    </>
  )
}

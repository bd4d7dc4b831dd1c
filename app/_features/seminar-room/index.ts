export { SeminarDoor } from './seminar-door.tsx'

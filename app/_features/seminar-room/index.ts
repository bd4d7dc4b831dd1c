export { SeminarDoor, type SeminarDoorProps } from './seminar-door.tsx'

import { countCharacters } from './script/count-characters.ts'
import { focusErrors } from './script/focus-errors.ts'

// What pages do better with a script; each of them works without.
countCharacters()
focusErrors()

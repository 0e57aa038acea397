import { copyText } from './script/copy-text.ts'
import { countCharacters } from './script/count-characters.ts'
import { focusErrors } from './script/focus-errors.ts'
import { keepDraft } from './script/keep-draft.ts'
import { keepTyped } from './script/keep-typed.ts'
import { keepUp } from './script/keep-up.ts'
import { leaveBehind } from './script/leave-behind.ts'
import { livePreview } from './script/live-preview.ts'
import { rankByHand } from './script/rank-by-hand.ts'

// What pages do better with a script; each of them works without.
copyText()
countCharacters()
focusErrors()
keepDraft()
keepTyped()
leaveBehind()
livePreview()
rankByHand()
keepUp()

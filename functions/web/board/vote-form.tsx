import { freshForm } from '../form/act.ts'
import { Radios, Select, TextArea } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import type { FormState } from '../form/state.ts'
import type { Reader } from '../reader.ts'
import {
  choicesOn,
  exclusionOf,
  isLeftToAssembly,
  type Table,
  type TableItem,
  takesVotes,
  voteOf,
  votersFor,
} from './table.ts'
import { memberName } from './told.ts'

interface VoteProps {
  readonly reader: Reader
  readonly table: Table
  readonly item: TableItem
  /** As it was sent, where something was wrong with it. */
  readonly tried: FormState | undefined
}

/** Where a member votes, for themselves or as a proxy; or why they cannot. */
export const VoteForm = ({ reader, table, item, tried }: VoteProps) => {
  const { board } = reader.words
  const { self, meeting } = table
  if (self === undefined) return <p class="trin-soft">{board.vote.notMember}</p>
  const why = exclusionOf(item, self.contact)
  if (why !== undefined) return <p>{board.vote.youAreExcluded(board.yourExclusions[why])}</p>
  if (isLeftToAssembly(item)) return <p>{board.vote.leftToAssembly}</p>
  if (!takesVotes(item, table)) return <p>{board.vote.over}</p>
  const voters = votersFor(item, table)
  const waiting = voters.find(({ contact }) => voteOf(item, contact) === undefined) ?? self
  const vote = voteOf(item, waiting.contact)
  const choices = choicesOn(item).map((choice) => ({ value: choice, label: board.choices[choice] }))
  const state =
    tried ??
    freshForm({
      member: waiting.contact,
      ...(vote === undefined ? {} : { choice: vote.choice }),
      ...(vote?.comment === undefined ? {} : { comment: vote.comment }),
    })
  return (
    <Form
      reader={reader}
      state={state}
      action={`/board/${meeting.id}/vote`}
      submit={board.vote.submit}
      fields={['member', 'choice', 'comment']}
    >
      <input type="hidden" name="project" value={item.project.id} />
      {voters.length > 1 ? (
        <Select
          reader={reader}
          form={state}
          name="member"
          label={board.vote.for}
          required
          choices={voters.map((voter) => ({ value: voter.contact, label: memberName(voter, table, reader) }))}
        />
      ) : (
        <input type="hidden" name="member" value={self.contact} />
      )}
      <Radios
        reader={reader}
        form={state}
        name="choice"
        label={voters.length > 1 ? board.vote.choiceFor : board.vote.choice}
        required
        choices={choices}
      />
      <TextArea
        reader={reader}
        form={state}
        name="comment"
        label={board.vote.comment}
        needed={board.vote.commentNeeded(choices[0]?.label ?? '')}
        hint={board.vote.commentHint}
        rows={3}
        maxLength={4_000}
      />
    </Form>
  )
}

/** Where a member says that they have a stake in the matter: one act, and it cannot be undone, so it is asked twice. */
export const ConflictForm = ({ reader, table, item, tried }: VoteProps) => {
  const { conflict } = reader.words.board
  const { self, meeting } = table
  const may = self !== undefined && table.may('declare-conflict') && item.standing === 'open'
  if (!may || exclusionOf(item, self.contact) !== undefined) return null
  return (
    <details class="trin-more" open={tried !== undefined}>
      <summary>{conflict.title}</summary>
      <p>{conflict.text}</p>
      <Form
        reader={reader}
        state={tried ?? freshForm(undefined)}
        action={`/board/${meeting.id}/conflict`}
        submit={conflict.submit}
        weight="secondary"
      >
        <input type="hidden" name="project" value={item.project.id} />
      </Form>
    </details>
  )
}

/**
 * The first button of a form is what Enter presses in its fields: unseen before all others, so that Enter sends the form
 * and does not do what the nearest button does.
 */
export const EnterButton = ({
  label,
  wish,
  form,
}: {
  readonly label: string
  /** As `_do`, where the form can be sent for more than one end. */
  readonly wish?: string
  /** The id of the form, where the button stands outside it. */
  readonly form?: string
}) => (
  <span class="sr-only" aria-hidden="true">
    <button type="submit" form={form} {...(wish === undefined ? {} : { name: '_do', value: wish })} tabindex={-1}>
      {label}
    </button>
  </span>
)

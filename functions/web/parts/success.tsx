import type { ComponentChildren } from 'preact'
import { Icon } from '../icon.tsx'

/** What was just done, in words; said aloud to whoever listens to the page. */
export const Success = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="alert alert-success" role="status" id="done">
    <Icon name="success" alert />
    <div class="alert-body">
      <p class="alert-text">{children}</p>
    </div>
  </div>
)

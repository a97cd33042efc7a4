import type { ComponentChildren } from 'preact';

/** Line icons of the card; each is drawn beside or instead of words that say the same. */
function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export const CloseIcon = () => (
  <Icon>
    <path d="M5 5l10 10M15 5L5 15" />
  </Icon>
);

export const PinIcon = () => (
  <Icon>
    <path d="M7.5 3h5l-.6 5 2.6 3v1.2h-9V11l2.6-3zM10 12.2V17" />
  </Icon>
);

/** Points against the reading direction. */
export const BackIcon = () => (
  <Icon>
    <path class="mirrored" d="M12 4l-6 6 6 6" />
  </Icon>
);

export const OpensIcon = () => (
  <Icon>
    <path class="mirrored" d="M8 5l5 5-5 5" />
  </Icon>
);

/** Marks a source that is the office's own. */
export const SealIcon = () => (
  <Icon>
    <path d="M4.5 10.5l3.5 3.5 7.5-8" />
  </Icon>
);

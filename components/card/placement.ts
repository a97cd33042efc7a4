/** Where a card goes beside the words it is about. Pure; all lengths in px of the viewport. */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Placement {
  left: number;
  top: number;
  /** How high the card may be there. */
  room: number;
}

/** Between the words and the card, below the line of a mark. */
const GAP = 8;
/** Between the card and the window's edge. */
const MARGIN = 8;
/** A card this high shows what matters; with that much room below the words it goes below. */
const GOOD_HEIGHT = 440;
/** Lower than this a card is no use: rather than that it covers the words. */
const LEAST_HEIGHT = 220;

/**
 * Below the words, or above them where there is more room; their beginnings in line. The side depends on the room
 * alone, not on the card's height, which changes when the answer comes: the card would jump. It grows into the room
 * it has, and scrolls. Never off-screen, also when the words are scrolled away.
 */
export function placeCard(
  words: Box,
  card: { width: number; height: number },
  view: { width: number; height: number },
  rightToLeft: boolean,
): Placement {
  const above = words.top - GAP - MARGIN;
  const below = view.height - words.bottom - GAP - MARGIN;
  const goesBelow = below >= GOOD_HEIGHT || below >= above;
  const room = Math.min(Math.max(goesBelow ? below : above, LEAST_HEIGHT), view.height - 2 * MARGIN);
  const height = Math.min(card.height, room);
  const top = goesBelow ? words.bottom + GAP : words.top - GAP - height;
  const left = rightToLeft ? words.right - card.width : words.left;
  return {
    left: Math.round(clamp(left, MARGIN, view.width - card.width - MARGIN)),
    top: Math.round(clamp(top, MARGIN, view.height - height - MARGIN)),
    room: Math.floor(room),
  };
}

/** Where both bounds cannot be kept, the lower one is: the beginning of a card matters more than its end. */
function clamp(value: number, low: number, high: number): number {
  return Math.max(Math.min(value, high), low);
}

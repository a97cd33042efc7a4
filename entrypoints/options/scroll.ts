import { useEffect, useState } from 'preact/hooks';
import { SECTIONS, type SectionId } from './frame';

/** The section that the reader has before them: the last whose top has passed the upper part of the window. */
export function useSectionInSight(): SectionId {
  const [inSight, setInSight] = useState<SectionId>(SECTIONS[0]);
  useEffect(() => {
    let waiting = 0;
    const look = () => {
      waiting = 0;
      const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
      const passed = SECTIONS.filter((id) => {
        const box = document.getElementById(id)?.getBoundingClientRect();
        // A section without height is hidden by the search.
        return box && box.height > 0 && (atEnd ? box.top < innerHeight : box.top < innerHeight / 3);
      });
      setInSight(passed.at(-1) ?? SECTIONS[0]);
    };
    const onScroll = () => {
      waiting ||= requestAnimationFrame(look);
    };
    addEventListener('scroll', onScroll, { passive: true });
    look();
    return () => {
      removeEventListener('scroll', onScroll);
      cancelAnimationFrame(waiting);
    };
  }, []);
  return inSight;
}

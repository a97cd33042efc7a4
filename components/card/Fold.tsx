import { Component, type ComponentChildren } from 'preact';

interface Props {
  children: (open: boolean, toggle: () => void) => ComponentChildren;
}

/** Something that shows little or all. A class, because hooks would be the only use of theirs in every article. */
export class Fold extends Component<Props, { open: boolean }> {
  override state = { open: false };
  private readonly toggle = (): void => this.setState(({ open }) => ({ open: !open }));

  override render() {
    return this.props.children(this.state.open, this.toggle);
  }
}

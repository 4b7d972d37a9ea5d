/** What people see of a card, on the board or on its living message. Of a deleted card that is all there is. */
export interface View {
  readonly state: 'open' | 'archived' | 'deleted';
  readonly title?: string;
  readonly column?: string;
  readonly people?: string;
  readonly labels?: string;
}

export const goneView: View = { state: 'deleted' };

/** Everything that something has looked like, in order. */
export class Trail {
  readonly views: View[] = [];
  private last = '';

  /** Takes down a look, if it is another one. */
  add(view: View): void {
    const text = JSON.stringify(view);
    if (text === this.last) return;
    this.last = text;
    this.views.push(view);
  }
}

export function same(one: View, other: View): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

import { toDisposable, type IDisposable } from '@univerjs/core';
import { BuiltInUIPart, UIPartsService } from '@univerjs/ui';
import type { ComponentType } from 'react';

type Part = Parameters<UIPartsService['registerComponent']>[0];

/**
 * The parts of the grid's interface, its toolbar kept back until it is asked for: a hundred menus that belong to a tab
 * of the ribbon which is not shown at first, and that take as long to draw as the grid.
 */
export class PartsWithoutToolbar extends UIPartsService {
  private readonly held: (() => void)[] = [];
  private isAsked = false;

  override registerComponent<T>(part: Part, component: () => ComponentType<T>): IDisposable {
    if (part !== BuiltInUIPart.TOOLBAR || this.isAsked) return super.registerComponent(part, component);
    let drawn: IDisposable | undefined;
    this.held.push(() => (drawn = super.registerComponent(part, component)));
    return toDisposable(() => drawn?.dispose());
  }

  drawToolbar(): void {
    this.isAsked = true;
    for (const draw of this.held.splice(0)) draw();
  }
}

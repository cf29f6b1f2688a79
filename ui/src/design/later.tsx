import { createElement, lazy, useState, type ComponentType } from "react";

/** Later is a component whose program is fetched when it is first seen, or before by `fetch`. */
export type Later<P> = ComponentType<P> & { fetch: () => Promise<unknown> };

/**
 * later makes such a component. Where its program is there already it is shown at once: React.lazy would show what stands
 * in for it first, and React keeps that for 300 ms.
 */
export function later<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): Later<P> {
  let here: ComponentType<P> | undefined;
  const fetch = () =>
    load().then((module) => {
      here = module.default;
      return module;
    });
  const Awaited = lazy(fetch) as unknown as ComponentType<P>;
  function Now(props: P) {
    const [Shown] = useState<ComponentType<P>>(() => here ?? Awaited);
    return createElement(Shown, props);
  }
  return Object.assign(Now, { fetch });
}

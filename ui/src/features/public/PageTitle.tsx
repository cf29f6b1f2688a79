import { useEffect } from "react";

/** PageTitle names the page in the browser's window. */
export function PageTitle({ children }: { children: string }) {
  useEffect(() => {
    document.title = children;
  }, [children]);
  return null;
}

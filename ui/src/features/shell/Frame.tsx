import { Outlet } from "@tanstack/react-router";
import { Suspense } from "react";
import { Loading, Toasts } from "@/design";
import { SignInAgain } from "./SignInAgain";
import "./shell.css";

/** Frame is around every page: it waits, it keeps what was said for a moment, and it asks for the password over the page. */
export function Frame() {
  return (
    <>
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
      <Suspense fallback={null}>
        <SignInAgain />
        <Toasts />
      </Suspense>
    </>
  );
}

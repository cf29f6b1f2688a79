import type { RootOptions } from "react-dom/client";
import { Problem } from "@/api/problem";

/**
 * reporting is how errors that a screen has caught reach the console: a refusal of the server, which the screen
 * shows in words, is no fault of the program and is not reported as one.
 */
export const reporting: RootOptions = {
  onCaughtError(error) {
    if (!(error instanceof Problem)) console.error(error);
  },
};

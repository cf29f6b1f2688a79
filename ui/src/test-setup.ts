import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

configure({ reactStrictMode: false });
afterEach(cleanup);

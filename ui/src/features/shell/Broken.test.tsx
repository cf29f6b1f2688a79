import { QueryClient, QueryClientProvider, useSuspenseQuery } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { act, fireEvent, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { show } from "@/design/testing";
import { loadText } from "@/i18n";
import { Broken } from "./Broken";

it("asks again for what a page could not read", async () => {
  await loadText("zh-CN", "shell");
  vi.spyOn(console, "error").mockImplementation(() => undefined); // React tells of what the boundary caught
  let answers = false;
  function Page() {
    const { data } = useSuspenseQuery({ queryKey: ["page"], retry: false, queryFn: () => (answers ? Promise.resolve("案卷") : Promise.reject(new Error("503"))) });
    return <p>{data}</p>;
  }
  const router = createRouter({ routeTree: createRootRoute({ component: Page, errorComponent: Broken }), history: createMemoryHistory() });
  await show(<QueryClientProvider client={new QueryClient()}><RouterProvider router={router as never} /></QueryClientProvider>);
  const again = await screen.findByRole("button", { name: "重试" });
  answers = true;
  await act(async () => void fireEvent.click(again));
  expect(await screen.findByText("案卷")).toBeTruthy();
});

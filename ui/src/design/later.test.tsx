import { render, screen } from "@testing-library/react";
import { Suspense } from "react";
import { expect, it } from "vitest";
import { later } from "./later";

const Page = ({ n }: { n: number }) => <p>page {n}</p>;

it("shows at once what was fetched before", async () => {
  const Late = later(() => Promise.resolve({ default: Page }));
  await Late.fetch();
  render(<Suspense fallback="waiting"><Late n={1} /></Suspense>);
  expect(screen.getByText("page 1")).toBeTruthy();
});

it("fetches what is seen first, with something in its place meanwhile", async () => {
  const Late = later(() => Promise.resolve({ default: Page }));
  const { rerender } = render(<Suspense fallback="waiting"><Late n={1} /></Suspense>);
  expect(screen.getByText("waiting")).toBeTruthy();
  expect(await screen.findByText("page 1")).toBeTruthy();
  rerender(<Suspense fallback="waiting"><Late n={2} /></Suspense>);
  expect(screen.getByText("page 2")).toBeTruthy();
});

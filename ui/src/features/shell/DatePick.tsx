import { lazy, Suspense } from "react";
import { DateInput, type Wiring } from "@/design";

/** DatePickProps are those of a field for a legal date, written YYYY-MM-DD; the empty text is no date. */
export interface DatePickProps extends Wiring {
  value: string;
  onChange: (date: string) => void;
  min?: string;
  max?: string;
}

const Calendar = lazy(() => import("./Calendar").then((m) => ({ default: m.Calendar })));

/** DatePick takes a legal date at a desk, in Chinese form whatever the computer's own settings; until its calendar is there, the browser's own field serves. */
export function DatePick(props: DatePickProps) {
  const { value, onChange, ...wiring } = props;
  return (
    <Suspense fallback={<DateInput {...wiring} value={value} onChange={(event) => onChange(event.target.value)} />}>
      <Calendar {...props} />
    </Suspense>
  );
}

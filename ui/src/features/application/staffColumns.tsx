import { useMemo } from "react";
import type { FieldProblem } from "@/api/problem";
import { Icon, type Column } from "@/design";
import { useText } from "@/i18n";
import type { OccupationRow } from "./matrix";
import type { StaffRow } from "./staffRows";

/** StaffColumns are what a list of people shows; in a preview the same columns stand beside their faults. */
export interface StaffColumnsOptions {
  occupations: readonly OccupationRow[];
  numberOf: (row: StaffRow) => string;
  faultsAt: (at: number) => readonly FieldProblem[];
}

/** useStaffColumns gives the columns of a staff list. */
export function useStaffColumns({ occupations, numberOf, faultsAt }: StaffColumnsOptions): Column<{ row: StaffRow; at: number }>[] {
  const t = useText("application");
  const names = useMemo(() => new Map(occupations.map((row) => [row.code, row.name])), [occupations]);
  return [
    {
      key: "name", title: t("staff.field.name"), width: "5.5rem", main: true,
      cell: ({ row, at }) => (
        <>
          {row.name}
          {faultsAt(at).map((fault) => <span key={fault.pointer + fault.code} className="staff-fault"><Icon name="warning" />{fault.message}</span>)}
        </>
      ),
    },
    { key: "idNumber", title: t("staff.field.idNumber"), width: "11rem", cell: ({ row }) => <span className="number">{numberOf(row)}</span> },
    { key: "position", title: t("staff.column.position"), cell: ({ row }) => [row.position, row.title].filter(Boolean).join(" · ") || "—" },
    {
      key: "occupation", title: t("staff.column.occupation"), width: "8rem",
      cell: ({ row }) => [row.occupation && (names.get(row.occupation) ?? row.occupation), row.level && t.of(`occ.level.${row.level}`, row.level)].filter(Boolean).join(" · ") || "—",
    },
    { key: "cardNo", title: t("staff.column.card"), width: "10rem", cell: ({ row }) => <>{row.cardNo || "—"}{row.validThrough && <span className="staff-until">{t("staff.until", { date: row.validThrough })}</span>}</> },
    { key: "employment", title: t("staff.field.employment"), width: "5.5rem", cell: ({ row }) => (row.employment ? t(`staff.employment.${row.employment}`) : "—") },
  ];
}

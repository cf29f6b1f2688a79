import { lazy, type ComponentType } from "react";
import { SectionFields } from "./fields";
import type { SectionCode, SectionProps } from "./section";

type Form<S extends SectionCode> = ComponentType<SectionProps<S>>;

const forms: { [S in SectionCode]: Form<S> } = {
  unit: lazy(() => import("./UnitSection").then((m) => ({ default: m.UnitSection }))),
  organisation: lazy(() => import("./OrganisationSection").then((m) => ({ default: m.OrganisationSection }))),
  staff: lazy(() => import("./StaffSection").then((m) => ({ default: m.StaffSection }))),
  conditions: lazy(() => import("./ConditionsSection").then((m) => ({ default: m.ConditionsSection }))),
  occupations: lazy(() => import("./OccupationsSection").then((m) => ({ default: m.OccupationsSection }))),
  plan: lazy(() => import("./PlanSection").then((m) => ({ default: m.PlanSection }))),
  rules: lazy(() => import("./RulesSection").then((m) => ({ default: m.RulesSection }))),
  premises: lazy(() => import("./PremisesSection").then((m) => ({ default: m.PremisesSection }))),
  funding: lazy(() => import("./FundingSection").then((m) => ({ default: m.FundingSection }))),
  materials: lazy(() => import("./MaterialsSection").then((m) => ({ default: m.MaterialsSection }))),
  promise: lazy(() => import("./PromiseSection").then((m) => ({ default: m.PromiseSection }))),
};

/** SectionForm shows the form of a section; it suspends until that form is loaded. */
export function SectionForm<S extends SectionCode>({ section, props }: { section: S; props: SectionProps<S> }) {
  const Form = forms[section] as Form<S>;
  return (
    <SectionFields applicationId={props.applicationId} gaps={props.gaps} readOnly={props.readOnly}>
      <Form {...props} />
    </SectionFields>
  );
}

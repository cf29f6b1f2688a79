package activities

import (
	"context"
	"strings"

	"jiangxin/domain/casework"
	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
	"jiangxin/paper"
)

// submissionForm builds 附件3 with the opinions that were given by then; those of the province stay blank.
func submissionForm(_ context.Context, f *file) (paper.Document, error) {
	head, err := f.headOf()
	if err != nil {
		return nil, err
	}
	occupations, err := f.granted()
	if err != nil {
		return nil, err
	}
	opinions, err := f.opinions()
	if err != nil {
		return nil, err
	}
	size := map[filing.StaffKind]int{}
	for _, s := range f.applied.Staff {
		size[s.Kind]++
	}
	return &paper.SubmissionForm{
		Head: head, Profile: f.profile(), Unit: f.unit(), Occupations: occupations, Sites: f.sites(), Rules: f.rules(), Opinions: opinions,
		Teams: paper.TeamSizes{
			FullTime: size[filing.FullTime], Experts: size[filing.Expert], Assessors: size[filing.Assessor], Supervisors: size[filing.QualitySupervisor],
		},
	}, nil
}

func (f *file) opinions() ([]paper.Opinion, error) {
	experts, err := f.expertOpinion()
	if err != nil {
		return nil, err
	}
	opinions := []paper.Opinion{experts}
	if f.bodies.Competent != f.bodies.Bureau {
		authority, err := f.bodyOpinion("受委托机构意见", f.bodies.Competent, filing.DelegateOpinion, casework.Endorse)
		if err != nil {
			return nil, err
		}
		opinions = append(opinions, authority)
	}
	bureau, err := f.bodyOpinion("市人力资源社会保障部门意见", f.bodies.Bureau, filing.Submission, casework.Report)
	if err != nil {
		return nil, err
	}
	return append(opinions, bureau, paper.Opinion{Title: "省人事考试中心复核意见"}, paper.Opinion{Title: "省人力资源社会保障厅备案意见"}), nil
}

func (f *file) expertOpinion() (paper.Opinion, error) {
	out := paper.Opinion{Title: "专家评估意见", On: f.signedOn()}
	sheet, said, err := lastSheet[filing.AssessmentSheet](f, filing.Assessment, casework.Conclude)
	if err != nil {
		return out, err
	}
	out.Text = conclusion(sheet, f.occupationName)
	if leader := f.name(signer(said)); leader != "" {
		out.By = "组长：" + leader
	}
	return out, nil
}

// bodyOpinion is what a body said last at a stage; without words of its own the verdict speaks.
func (f *file) bodyOpinion(title, body string, stage filing.Stage, verdict casework.Verdict) (paper.Opinion, error) {
	out := paper.Opinion{Title: title}
	sheet, said, err := lastSheet[filing.OpinionSheet](f, stage, verdict)
	if err != nil || said.Seq == 0 {
		return out, err
	}
	name, err := f.body(body)
	if err != nil {
		return out, err
	}
	out.Text, out.By, out.On = sheet.Opinion, name+"（盖章）", civil.Of(said.At).String()
	if strings.TrimSpace(out.Text) == "" {
		out.Text = "同意" + verdict.Name().ZH + "。"
	}
	return out, nil
}

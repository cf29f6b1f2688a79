package api

import (
	"context"
	"fmt"

	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/evidence"
	"jiangxin/store"
)

// ListPapers lists the papers of a case that the caller may read.
func (s *Server) ListPapers(ctx context.Context, in ListPapersRequestObject) (ListPapersResponseObject, error) {
	if _, err := s.mayView(ctx, in.CaseNo); err != nil {
		return nil, err
	}
	rows, err := s.store.Papers(ctx, in.CaseNo)
	if err != nil {
		return nil, err
	}
	list := PaperList{Items: []Paper{}}
	for _, p := range rows {
		if mayRead(CallerOf(ctx), p) {
			list.Items = append(list.Items, showPaper(ctx, p))
		}
	}
	return ListPapers200JSONResponse(list), nil
}

func showPaper(ctx context.Context, p store.Paper) Paper {
	return Paper{
		Id: p.ID, Kind: p.Kind, Name: say(ctx, paperName(p.Kind)), Stage: p.Stage, Round: p.Round, Body: p.Body, State: PaperState(p.State),
		Seal: PaperSeal(p.Seal), Sha256: p.SHA256, Size: p.Size, OrderedAt: p.OrderedAt.UTC(), MadeAt: at(p.MadeAt),
		StampedAt: at(p.StampedAt), Version: p.Version,
	}
}

var paperNames = map[casework.PaperKind]fault.Text{
	filing.IntakeSlip:         {ZH: "收件凭证", EN: "Intake slip"},
	filing.ApplicationForm:    {ZH: "备案申请表(附件1)", EN: "Application form (annex 1)"},
	filing.AcceptanceNotice:   {ZH: "受理通知书", EN: "Notice of acceptance"},
	filing.SupplementNotice:   {ZH: "补正告知书", EN: "Notice of supplement"},
	filing.RefusalNotice:      {ZH: "不予受理(通过、备案)通知书", EN: "Notice of refusal"},
	filing.RectificationPaper: {ZH: "整改通知书", EN: "Notice of rectification"},
	filing.AssessmentPaper:    {ZH: "专家评估书面意见", EN: "Written assessment"},
	filing.VerificationPaper:  {ZH: "核验结论", EN: "Verification result"},
	filing.CommitmentLetter:   {ZH: "承诺书", EN: "Commitment letter"},
	filing.OpinionPaper:       {ZH: "受委托机构书面意见", EN: "Opinion of the delegated authority"},
	filing.SubmissionForm:     {ZH: "申请备案表(附件3)", EN: "Filing form (annex 3)"},
	filing.ReceiptPaper:       {ZH: "备案回执", EN: "Receipt"},
	filing.CataloguePaper:     {ZH: "企业目录(附件4)", EN: "Catalogue (annex 4)"},

	certification.AuditOpinion: {ZH: "结果审核意见", EN: "Audit opinion"},
}

func paperName(kind string) fault.Text {
	if text, known := paperNames[casework.PaperKind(kind)]; known {
		return text
	}
	return fault.Text{ZH: kind, EN: kind}
}

// paperOf reads a paper that the caller may read.
func (s *Server) paperOf(ctx context.Context, caseNo string, stage Stage, round Round, kind PaperKind) (store.Paper, error) {
	if _, err := s.mayView(ctx, caseNo); err != nil {
		return store.Paper{}, err
	}
	p, err := s.store.Paper(ctx, caseNo, fmt.Sprintf("%s/%d/%s", stage, round, kind))
	if err == nil && !mayRead(CallerOf(ctx), p) {
		return store.Paper{}, hidden()
	}
	return p, err
}

// DownloadPaper streams a paper: the stamped copy once it is attached, unless the original is asked for.
func (s *Server) DownloadPaper(ctx context.Context, in DownloadPaperRequestObject) (DownloadPaperResponseObject, error) {
	p, err := s.paperOf(ctx, in.CaseNo, in.Stage, in.Round, in.Kind)
	if err != nil {
		return nil, err
	}
	if p.Stamped != nil && in.Params.Form != "original" {
		d, err := s.store.Document(ctx, *p.Stamped)
		if err != nil {
			return nil, err
		}
		if d.Personal {
			if err := s.recordReading(ctx, "documents/"+d.ID.String(), "用印件 "+p.CaseNo+" "+p.ID); err != nil {
				return nil, err
			}
		}
		return s.openDocument(ctx, d)
	}
	if p.State != store.PaperMade {
		return nil, fault.New(fault.NotReady, "文书正在生成，请稍后再看", "The paper is being made; look again shortly")
	}
	body, facts, err := s.evidence.Open(ctx, evidence.Ref{Key: p.ObjectKey})
	if err != nil {
		return nil, err
	}
	return file{request: ginOf(ctx).Request, body: body, facts: facts, name: p.CaseNo + " " + paperName(p.Kind).ZH + ".pdf"}, nil
}

// SealPaper attaches the stamped copy (用印), by the people of the body whose seal the paper waits for.
func (s *Server) SealPaper(ctx context.Context, in SealPaperRequestObject) (SealPaperResponseObject, error) {
	p, err := s.paperOf(ctx, in.CaseNo, in.Stage, in.Round, in.Kind)
	if err != nil {
		return nil, err
	}
	caller := CallerOf(ctx)
	if p.Body == "" || p.Body != caller.Body.ID {
		return nil, fault.New(fault.Forbidden, "用印件由出具文书的机构上传", "The body that issues the paper attaches the stamped copy")
	}
	if p.Seal == store.SealAwaiting && p.Version != in.Body.Version {
		return nil, fault.New(fault.Stale, "文书已有变化，请刷新后重试", "The paper has changed; reload and try again")
	}
	d, err := s.store.Document(ctx, in.Body.DocumentId)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return nil, err
	}
	usable := err == nil && d.State == store.DocumentAccepted && d.Purpose == "stamped" && d.BodyID != nil && *d.BodyID == caller.Body.ID &&
		d.CaseNo != nil && *d.CaseNo == p.CaseNo
	if !usable {
		return nil, fault.Wrong("/documentId", "document", "请上传本办件的用印件（用途选“用印件”），检查通过后再关联",
			"Upload the stamped copy to this case with the purpose stamped, and attach it once it is accepted")
	}
	if err := s.store.Stamp(ctx, p.CaseNo, p.ID, d.ID, caller.ID, s.now()); err != nil {
		return nil, err
	}
	if p, err = s.store.Paper(ctx, p.CaseNo, p.ID); err != nil {
		return nil, err
	}
	return SealPaper200JSONResponse(showPaper(ctx, p)), nil
}

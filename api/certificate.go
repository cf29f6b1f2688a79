package api

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/google/uuid"

	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
	"jiangxin/domain/fault"
	"jiangxin/domain/occupation"
	"jiangxin/evidence"
	"jiangxin/store"
	"jiangxin/workbook"
)

// transfers gives the words of how far a certificate's data have come.
var transfers = map[string]casework.Name{
	store.TransferIssued:   {ZH: "已发证", EN: "Issued"},
	store.TransferProvince: {ZH: "已上传省", EN: "With the province"},
	store.TransferNation:   {ZH: "全国可查", EN: "In the national query"},
}

// visibleCertificate reads a certificate of the own enterprise, or of a city within an office's jurisdiction.
func (s *Server) visibleCertificate(ctx context.Context, number string) (store.Certificate, error) {
	c, err := s.store.Certificate(ctx, strings.ToUpper(number))
	if err != nil {
		return c, err
	}
	if _, err := s.visibleBatch(ctx, c.BatchNo); err != nil {
		return store.Certificate{}, err
	}
	return c, nil
}

// ListCertificates shows the certificates of a batch, and how far their making has come.
func (s *Server) ListCertificates(ctx context.Context, in ListCertificatesRequestObject) (ListCertificatesResponseObject, error) {
	b, err := s.visibleBatch(ctx, in.BatchNo)
	if err != nil {
		return nil, err
	}
	after, err := placeIn[rowPlace](in.Params.Cursor)
	if err != nil {
		return nil, err
	}
	limit := limitOf(in.Params.Limit)
	rows, err := s.store.CertificatesOfBatch(ctx, b.BatchNo, after.No, limit+1)
	if err != nil {
		return nil, err
	}
	rows, next := cut(rows, limit, func(c store.Certificate) any { return rowPlace{c.RowNo} })
	list := CertificateList{Items: []Certificate{}, Next: next, Issued: b.Issued, Made: b.Made}
	for _, c := range rows {
		list.Items = append(list.Items, s.showCertificate(ctx, c))
	}
	return ListCertificates200JSONResponse(list), nil
}

func (s *Server) showCertificate(ctx context.Context, c store.Certificate) Certificate {
	state := certification.InForce
	if c.RevokedAt != nil {
		state = certification.OutOfForce
	}
	shown := Certificate{
		Number: c.Number, BatchNo: c.BatchNo, RowNo: c.RowNo, FilingNo: c.FilingNo, EnterpriseName: c.EnterpriseName, Name: c.Name, IdMasked: c.IDMasked,
		Occupation: c.Occupation, OccupationName: c.OccupationName, WorkType: printedWorkType(c.WorkType), Level: c.Level,
		LevelName: say(ctx, occupation.LevelCode(c.Level).Text()), IssuedOn: c.IssuedOn, Covered: c.Covered, State: CertificateState(state),
		StateName: sayName(ctx, state.Name()), Transfer: CertificateTransfer(c.Transfer), TransferName: sayName(ctx, transfers[c.Transfer]),
		Made: c.MadeAt != nil, RevokedAt: at(c.RevokedAt), RevokedWords: c.RevokedWords, VerifyUrl: s.config.PublicURL + "/verify/" + url.PathEscape(c.Token),
	}
	if c.CoveredOn != nil {
		shown.CoveredOn = *c.CoveredOn
	}
	return shown
}

func printedWorkType(workType string) string {
	if workType == "" {
		return noWorkType
	}
	return workType
}

// GetCertificate shows one certificate of the register.
func (s *Server) GetCertificate(ctx context.Context, in GetCertificateRequestObject) (GetCertificateResponseObject, error) {
	c, err := s.visibleCertificate(ctx, in.Number)
	if err != nil {
		return nil, err
	}
	shown := s.showCertificate(ctx, c)
	shown.Revocation, err = s.store.OpenRevocation(ctx, c.Number)
	return GetCertificate200JSONResponse(shown), err
}

// VisitDownloadCertificateResponse streams the certificate.
func (f file) VisitDownloadCertificateResponse(w http.ResponseWriter) error { return f.send(w) }

// DownloadCertificate streams a certificate as PDF. The reading is recorded first; an officer says why.
func (s *Server) DownloadCertificate(ctx context.Context, in DownloadCertificateRequestObject) (DownloadCertificateResponseObject, error) {
	c, err := s.visibleCertificate(ctx, in.Number)
	if err != nil {
		return nil, err
	}
	reason := strings.TrimSpace(in.Params.Reason)
	if reason == "" && CallerOf(ctx).Enterprise == uuid.Nil {
		return nil, fault.Wrong("/reason", "required", "证书含个人信息，请填写查阅理由", "The certificate holds personal data; say why you read it")
	}
	if c.MadeAt == nil {
		return nil, fault.New(fault.NotReady, "证书已编号，文件正在制作，请稍后下载", "The certificate is numbered and its file is being made; download it in a moment")
	}
	if err := s.recordReading(ctx, "certificates/"+c.Number, reason); err != nil {
		return nil, err
	}
	of, err := s.store.Case(ctx, c.BatchNo)
	if err != nil {
		return nil, err
	}
	key, err := s.keys.OpenCaseKey(of.CaseNo, of.KeyWrapped)
	if err != nil {
		return nil, err
	}
	answer := file{request: ginOf(ctx).Request, name: "职业技能等级证书 " + c.Number + ".pdf"}
	answer.body, answer.facts, err = s.evidence.OpenSealed(ctx, evidence.Ref{Key: c.ObjectKey, VersionID: c.ObjectVersion}, key)
	return answer, err
}

// DownloadTransfer writes the certificates of a batch that are in force in the 11 columns of the upload. The reading is recorded.
func (s *Server) DownloadTransfer(ctx context.Context, in DownloadTransferRequestObject) (DownloadTransferResponseObject, error) {
	b, err := s.visibleBatch(ctx, in.BatchNo)
	if err != nil {
		return nil, err
	}
	if err := s.recordReading(ctx, "batches/"+b.BatchNo+"/upload", "导出证书数据"); err != nil {
		return nil, err
	}
	export := workbook.Export{Sheet: "证书数据"}
	for _, column := range certification.UploadColumns {
		export.Columns = append(export.Columns, workbook.ExportColumn{Heading: column.ZH})
	}
	rows := func(yield func([]workbook.Value, error) bool) {
		for after := 0; ; {
			page, err := s.store.CertificatesOfBatch(ctx, b.BatchNo, after, pageOfExport)
			if err != nil || len(page) == 0 {
				if err != nil {
					yield(nil, err)
				}
				return
			}
			for _, c := range page {
				after = c.RowNo
				if c.RevokedAt != nil { // what is out of force is not handed up as valid
					continue
				}
				row, err := s.transferRow(c)
				if !yield(row, err) || err != nil {
					return
				}
			}
		}
	}
	var out bytes.Buffer
	if err := export.WriteXLSX(&out, rows); err != nil {
		return nil, fmt.Errorf("write the upload: %w", err)
	}
	return DownloadTransfer200ApplicationvndOpenxmlformatsOfficedocumentSpreadsheetmlSheetResponse{
		Body: &out, ContentLength: int64(out.Len()),
		Headers: DownloadTransfer200ResponseHeaders{ContentDisposition: evidence.Disposition("证书数据 " + b.BatchNo + ".xlsx")},
	}, nil
}

// pageOfExport is how many rows an export reads at once.
const pageOfExport = 1000

func (s *Server) transferRow(c store.Certificate) ([]workbook.Value, error) {
	number, err := store.OpenResultNumber(s.keys, c.BatchNo, c.IDSealed)
	if err != nil {
		return nil, err
	}
	h := certification.Holding{
		Row:            certification.Row{Name: c.Name, IDKind: certification.IDKind(c.IDKind), IDNumber: number, Employer: c.Employer, WorkType: c.WorkType, Level: c.Level},
		OccupationName: c.OccupationName, Number: certification.Number(c.Number), IssuedOn: c.IssuedOn, Body: c.EnterpriseName,
	}
	texts, _ := h.UploadRow()
	return textRow(texts), nil
}

func textRow(texts []string) []workbook.Value {
	row := make([]workbook.Value, 0, len(texts))
	for _, text := range texts {
		row = append(row, workbook.Text(text))
	}
	return row
}

// BeginRevocation begins the revocation of a certificate: by its enterprise, or by its city's authority.
func (s *Server) BeginRevocation(ctx context.Context, in BeginRevocationRequestObject) (BeginRevocationResponseObject, error) {
	c, err := s.visibleCertificate(ctx, in.Number)
	if err != nil {
		return nil, err
	}
	begun, err := s.beginOnce(ctx, in.Params.IdempotencyKey, "revocation/"+c.Number, struct{}{}, func(fresh store.Command) (store.Command, error) {
		return s.revoke(ctx, c, fresh)
	})
	switch {
	case err != nil:
		return nil, err
	case !begun.done:
		return BeginRevocation202JSONResponse{Body: s.commandBody(ctx, begun.command), Headers: BeginRevocation202ResponseHeaders{Location: begun.location()}}, nil
	}
	return BeginRevocation200JSONResponse(begun.submitted()), nil
}

func (s *Server) revoke(ctx context.Context, c store.Certificate, command store.Command) (store.Command, error) {
	caller := CallerOf(ctx)
	authority, name, err := s.auditor(ctx, c.Region)
	if err != nil {
		return command, err
	}
	settings, err := s.settings(ctx, "")
	if err != nil {
		return command, err
	}
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return command, err
	}
	input := contract.Inquiry{
		Version: 1, Body: c.EnterpriseID.String(), Policy: reference.Policy.At(s.today()).Version(),
		DueDays: dueDays(settings, certification.Revocation), Names: map[string]string{authority: name, c.EnterpriseID.String(): c.EnterpriseName},
	}
	if caller.Enterprise == uuid.Nil {
		if caller.Body.ID != authority {
			return command, fault.New(fault.Forbidden, "注销证书由发证企业或所在市公共就业服务机构主管部门办理", "A certificate is revoked by its enterprise or by its city's public employment service authority")
		}
		input.Body, input.Steps = authority, stepCodes(settings.Steps[certification.Revocation])
	}
	now := s.now()
	command.Payload, command.Body, command.CreatedAt, command.SentAt = "{}", "{}", now, now
	return s.store.BeginRevocation(ctx, store.RevocationRequest{
		Number: c.Number, Begun: caller.Organisation(), Check: authority, Command: command, Input: input,
		WrapKey: func(caseNo string) string {
			_, wrapped := s.keys.NewCaseKey(caseNo)
			return wrapped
		},
	})
}

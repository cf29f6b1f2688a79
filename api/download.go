package api

import (
	"context"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"jiangxin/domain/fault"
	"jiangxin/evidence"
	"jiangxin/store"
)

// file is an answer that streams a stored file; ranges work where the file can seek.
type file struct {
	request *http.Request
	body    io.ReadCloser
	facts   evidence.Facts
	name    string
}

// VisitDownloadDocumentResponse streams the document.
func (f file) VisitDownloadDocumentResponse(w http.ResponseWriter) error { return f.send(w) }

// VisitDownloadPaperResponse streams the paper.
func (f file) VisitDownloadPaperResponse(w http.ResponseWriter) error { return f.send(w) }

func (f file) send(w http.ResponseWriter) error {
	defer func() { _ = f.body.Close() }()
	w.Header().Set("Content-Disposition", evidence.Disposition(f.name))
	w.Header().Set("Content-Type", string(f.facts.Type))
	w.Header().Set("Content-Security-Policy", "default-src 'none'; sandbox")
	if seeker, ok := f.body.(io.ReadSeeker); ok {
		if f.facts.SHA256 != "" {
			w.Header().Set("ETag", `"`+f.facts.SHA256+`"`)
		}
		http.ServeContent(w, f.request, "", time.Time{}, seeker)
		return nil
	}
	w.Header().Set("Content-Length", strconv.FormatInt(f.facts.Size, 10))
	_, err := io.Copy(w, f.body)
	return err
}

// DownloadDocument streams a document. Reading one with personal data is recorded first.
func (s *Server) DownloadDocument(ctx context.Context, in DownloadDocumentRequestObject) (DownloadDocumentResponseObject, error) {
	d, err := s.mayUse(ctx, in.DocumentId)
	if err != nil {
		return nil, err
	}
	if d.Personal {
		reason := strings.TrimSpace(in.Params.Reason)
		if reason == "" && d.CreatedBy != CallerOf(ctx).ID {
			return nil, fault.Wrong("/reason", "required", "文件含个人信息，请填写查阅理由", "The file holds personal data; say why you read it")
		}
		if err := s.recordReading(ctx, "documents/"+d.ID.String(), reason); err != nil {
			return nil, err
		}
	}
	return s.openDocument(ctx, d)
}

func (s *Server) openDocument(ctx context.Context, d store.Document) (file, error) {
	if d.State != store.DocumentAccepted {
		return file{}, fault.New(fault.NotReady, "文件尚未通过检查，不能查看", "The file has not passed its checks and cannot be read")
	}
	answer := file{request: ginOf(ctx).Request, name: d.Name}
	ref := evidence.Ref{Key: d.ObjectKey, VersionID: d.ObjectVersion}
	var err error
	if !d.Personal {
		answer.body, answer.facts, err = s.evidence.Open(ctx, ref)
		return answer, err
	}
	key, err := s.keys.OpenCaseKey(d.KeyName(), d.KeyWrapped)
	if err != nil {
		return answer, err
	}
	answer.body, answer.facts, err = s.evidence.OpenSealed(ctx, ref, key)
	return answer, err
}

// applicantPapers are the kinds that are addressed to the applicant; the others stay between the bodies.
var applicantPapers = map[string]bool{
	"intakeSlip": true, "applicationForm": true, "acceptanceNotice": true, "supplementNotice": true, "refusalNotice": true,
	"rectification": true, "commitmentLetter": true, "receipt": true, "catalogue": true, "auditOpinion": true,
}

func mayRead(caller Caller, p store.Paper) bool {
	return caller.Enterprise == uuid.Nil || applicantPapers[p.Kind]
}

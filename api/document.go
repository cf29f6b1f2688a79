package api

import (
	"context"
	"encoding/json"
	"strings"
	"time"
	"unicode"

	"github.com/google/uuid"

	"jiangxin/domain/casework"
	"jiangxin/domain/fault"
	"jiangxin/domain/policy"
	"jiangxin/evidence"
	"jiangxin/store"
)

// acceptedTypes says which types of files serve a purpose.
var acceptedTypes = map[DocumentPurpose][]evidence.Type{
	"material": {evidence.PDF, evidence.DOCX, evidence.XLSX, evidence.JPEG, evidence.PNG},
	"rule":     {evidence.PDF, evidence.DOCX},
	"proof":    {evidence.PDF, evidence.DOCX, evidence.XLSX, evidence.JPEG, evidence.PNG},
	"sheet":    {evidence.PDF, evidence.JPEG, evidence.PNG},
	"photo":    {evidence.JPEG, evidence.PNG},

	"commitment": {evidence.PDF, evidence.JPEG, evidence.PNG},
	"stamped":    {evidence.PDF, evidence.JPEG, evidence.PNG},

	"resultWorkbook": {evidence.XLSX},
	"resultPhotos":   {evidence.ZIP},
	"resultEvidence": {evidence.PDF, evidence.DOCX, evidence.XLSX, evidence.JPEG, evidence.PNG},
}

// sizeLimits are the settings of the largest file of a purpose, where it is not that of every file.
var sizeLimits = map[DocumentPurpose]string{"resultWorkbook": policy.UploadWorkbookMiB, "resultPhotos": policy.UploadPhotosMiB}

// mayHoldIDs are the purposes of files in which ID numbers are to be expected: materials (附件1 and the staff
// lists of material 7 have them), proofs, experts' signed sheets, commitment letters and authorisations,
// stamped copies, and all that a batch's results come with. The server seals these whatever the client says; the client may only ask for more.
var mayHoldIDs = map[DocumentPurpose]bool{
	"material": true, "proof": true, "sheet": true, "commitment": true, "stamped": true,
	"resultWorkbook": true, "resultPhotos": true, "resultEvidence": true,
}

// mayUse reads a document that the caller may see: their own, that of their enterprise or body, or one of a
// case within their jurisdiction. Any other is hidden.
func (s *Server) mayUse(ctx context.Context, id uuid.UUID) (store.Document, error) {
	d, err := s.store.Document(ctx, id)
	if err != nil {
		return d, err
	}
	caller := CallerOf(ctx)
	switch {
	case d.CreatedBy == caller.ID,
		d.EnterpriseID != nil && *d.EnterpriseID == caller.Enterprise,
		d.BodyID != nil && *d.BodyID == caller.Body.ID:
		return d, nil
	case caller.Enterprise != uuid.Nil:
		return store.Document{}, hidden() // what officers and experts upload is theirs; papers tell the applicant
	case d.CaseNo != nil:
		_, err := s.mayView(ctx, *d.CaseNo)
		return d, err
	case d.EnterpriseID != nil:
		if may, err := s.store.HandedIn(ctx, caller.viewer(), d); may || err != nil {
			return d, err
		}
	}
	return store.Document{}, hidden()
}

// ListDocuments lists the documents of a case, or those of the caller's enterprise, body or self.
func (s *Server) ListDocuments(ctx context.Context, in ListDocumentsRequestObject) (ListDocumentsResponseObject, error) {
	before, err := timePlaceIn(in.Params.Cursor, true)
	if err != nil {
		return nil, err
	}
	caller := CallerOf(ctx)
	filter := store.DocumentFilter{Enterprise: caller.Enterprise, Body: caller.Body.ID, Creator: caller.ID, Purpose: string(in.Params.Purpose), State: in.Params.State}
	if in.Params.CaseNo != "" {
		if _, err := s.mayView(ctx, in.Params.CaseNo); err != nil {
			return nil, err
		}
		filter.CaseNo = in.Params.CaseNo
	}
	limit := limitOf(in.Params.Limit)
	rows, err := s.store.Documents(ctx, filter, before, limit+1)
	if err != nil {
		return nil, err
	}
	rows, next := cut(rows, limit, func(d store.Document) any { return store.Place{At: d.CreatedAt, ID: d.ID.String()} })
	list := DocumentList{Items: []Document{}, Next: next}
	for _, d := range rows {
		list.Items = append(list.Items, showDocument(ctx, d))
	}
	return ListDocuments200JSONResponse(list), nil
}

func showDocument(ctx context.Context, d store.Document) Document {
	shown := Document{
		Id: d.ID.String(), Purpose: DocumentPurpose(d.Purpose), Name: d.Name, Size: d.Size, Sha256: d.SHA256, Type: d.Type, Pages: d.Pages,
		State: DocumentState(d.State), Personal: d.Personal, CapturedAt: at(d.CapturedAt), CreatedAt: d.CreatedAt.UTC(), CompletedAt: at(d.CompletedAt),
	}
	if d.CaseNo != nil {
		shown.CaseNo = *d.CaseNo
	}
	var problem storedProblem
	if d.Problem != "" && json.Unmarshal([]byte(d.Problem), &problem) == nil {
		shown.Problem = DocumentProblem{Code: problem.Code, Reason: problem.Reason, Message: say(ctx, problem.Text)}
	}
	return shown
}

// storedProblem is why a document was rejected, as its row keeps it.
type storedProblem struct {
	Code   string     `json:"code"`
	Reason string     `json:"reason,omitempty"`
	Text   fault.Text `json:"text"`
}

// GetDocument shows what is known of a document.
func (s *Server) GetDocument(ctx context.Context, in GetDocumentRequestObject) (GetDocumentResponseObject, error) {
	d, err := s.mayUse(ctx, in.DocumentId)
	if err != nil {
		return nil, err
	}
	return GetDocument200JSONResponse(showDocument(ctx, d)), nil
}

// BeginUpload keeps the announced document and says where to send the file. Size and name are judged before a
// byte travels.
func (s *Server) BeginUpload(ctx context.Context, in BeginUploadRequestObject) (BeginUploadResponseObject, error) {
	caller, body := CallerOf(ctx), in.Body
	if strings.ContainsFunc(body.Name, invisible) {
		return nil, fault.Wrong("/name", "characters", "文件名含有看不见的控制字符，请改名后重新上传", "The file's name holds invisible characters; rename it and upload it again")
	}
	captured, err := s.captured(*body)
	if err != nil {
		return nil, err
	}
	id, err := uuid.NewV7()
	if err != nil {
		return nil, err
	}
	d := store.Document{
		ID: id, Purpose: string(body.Purpose), Name: body.Name, Size: body.Size, SHA256: body.Sha256, State: store.DocumentUploading,
		ObjectKey: evidence.IncomingKey(id.String()), Personal: body.Personal || mayHoldIDs[body.Purpose], CapturedAt: captured, CreatedBy: caller.ID, CreatedAt: s.now(), Version: 1,
	}
	switch {
	case caller.Enterprise != uuid.Nil:
		d.EnterpriseID = &caller.Enterprise
	case caller.Body.ID != "":
		d.BodyID = &caller.Body.ID
	}
	if body.CaseNo != "" {
		if _, err := s.mayView(ctx, body.CaseNo); err != nil {
			return nil, err
		}
		d.CaseNo = &body.CaseNo
	} else if caller.Has(casework.Expert) && caller.Body.ID == "" {
		return nil, fault.Wrong("/caseNo", "required", "请注明文件所属的办件", "Say which case the file belongs to")
	}
	limit, err := s.fileLimit(ctx, body.Purpose)
	if err != nil {
		return nil, err
	}
	plan, err := s.evidence.Begin(ctx, d.ObjectKey, d.Size, limit)
	if err != nil {
		return nil, err
	}
	d.Upload = plan.UploadID
	if err := s.store.AddDocument(ctx, d); err != nil {
		return nil, err
	}
	return BeginUpload201JSONResponse{Document: showDocument(ctx, d), Upload: showUpload(plan)}, nil
}

// clockSkew is how far a phone's clock may run ahead of ours (setting).
const clockSkew = 2 * time.Minute

// captured checks the instant at which a photo was taken; other files have none.
func (s *Server) captured(body NewDocument) (*time.Time, error) {
	taken := body.CapturedAt.UTC().Truncate(time.Microsecond)
	switch {
	case body.CapturedAt.IsZero():
		return nil, nil
	case body.Purpose != Photo:
		return nil, fault.Wrong("/capturedAt", "purpose", "只有现场照片才有拍摄时间", "Only a photo has the time at which it was taken")
	case taken.After(s.now().Add(clockSkew)):
		return nil, fault.Wrong("/capturedAt", "time", "拍摄时间晚于现在，请校准手机时间后重试", "The photo was taken in the future; set the device's clock and try again")
	}
	return &taken, nil
}

// invisible are characters that make a name read differently from what it is: line breaks, other control
// characters, and marks that turn the direction of writing.
func invisible(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Cf) }

// fileLimit is the largest size of one file of the purpose, in bytes, by the policy of today.
func (s *Server) fileLimit(ctx context.Context, purpose DocumentPurpose) (int64, error) {
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return 0, err
	}
	setting, special := sizeLimits[purpose]
	if !special {
		setting = policy.UploadFileMiB
	}
	mebibytes, err := reference.Policy.At(s.today()).Int(setting)
	return int64(mebibytes) << 20, err
}

func showUpload(plan evidence.Upload) Upload {
	shown := Upload{Method: plan.Method, Url: plan.URL, Headers: plan.Headers, PartSize: plan.PartSize, ExpiresAt: plan.ExpiresAt}
	for _, part := range plan.Parts {
		shown.Parts = append(shown.Parts, UploadPart{Number: part.Number, Size: part.Size, Done: part.Done, Url: part.URL})
	}
	return shown
}

// uploading reads a document that the caller began to upload.
func (s *Server) uploading(ctx context.Context, id uuid.UUID) (store.Document, error) {
	d, err := s.store.Document(ctx, id)
	if err != nil {
		return d, err
	}
	if d.CreatedBy != CallerOf(ctx).ID {
		return store.Document{}, hidden()
	}
	return d, nil
}

// ResumeUpload gives fresh addresses for what is not in the store yet.
func (s *Server) ResumeUpload(ctx context.Context, in ResumeUploadRequestObject) (ResumeUploadResponseObject, error) {
	d, err := s.uploading(ctx, in.DocumentId)
	if err != nil {
		return nil, err
	}
	shown := UploadPlan{Document: showDocument(ctx, d)}
	if d.State != store.DocumentUploading {
		return ResumeUpload200JSONResponse(shown), nil
	}
	var plan evidence.Upload
	if d.Upload == "" {
		var limit int64
		if limit, err = s.fileLimit(ctx, DocumentPurpose(d.Purpose)); err != nil {
			return nil, err
		}
		plan, err = s.evidence.Begin(ctx, d.ObjectKey, d.Size, limit)
	} else {
		plan, err = s.evidence.Resume(ctx, d.ObjectKey, d.Upload, d.Size)
	}
	shown.Upload = showUpload(plan)
	return ResumeUpload200JSONResponse(shown), err
}

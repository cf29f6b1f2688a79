package api

import (
	"context"
	"encoding/json"

	"jiangxin/domain/fault"
	"jiangxin/evidence"
	"jiangxin/store"
)

// CompleteUpload has the file judged by its content and kept. A file that fails stays visible with the
// reason; a store or scanner that is down is no verdict, and the upload can be completed again.
func (s *Server) CompleteUpload(ctx context.Context, in CompleteUploadRequestObject) (CompleteUploadResponseObject, error) {
	d, err := s.uploading(ctx, in.DocumentId)
	if err != nil {
		return nil, err
	}
	if d.State == store.DocumentUploading {
		if d, err = s.complete(ctx, d); err != nil {
			return nil, err
		}
	}
	return CompleteUpload200JSONResponse(showDocument(ctx, d)), nil
}

func (s *Server) complete(ctx context.Context, d store.Document) (store.Document, error) {
	limit, err := s.fileLimit(ctx, DocumentPurpose(d.Purpose))
	if err != nil {
		return d, err
	}
	if d.Upload != "" {
		if err := s.evidence.Complete(ctx, d.ObjectKey, d.Upload, d.Size); err != nil {
			return d, err
		}
	}
	found, err := s.evidence.Inspect(ctx, d.ObjectKey, evidence.Want{
		Name: d.Name, Size: d.Size, SHA256: d.SHA256, Limit: limit, Accept: acceptedTypes[DocumentPurpose(d.Purpose)],
	})
	if err == nil {
		err = s.keep(ctx, &d, found)
	} else if isVerdict(err) {
		d.State = store.DocumentRejected
		d.Problem, err = problemText(err)
	}
	if err != nil {
		return d, err
	}
	now := s.now()
	d.CompletedAt = &now
	wrote, err := s.store.FinishDocument(ctx, d)
	if err != nil {
		return d, err
	}
	if wrote {
		s.discard(ctx, d)
		return d, nil
	}
	return s.store.Document(ctx, d.ID) // another request completed it at the same time
}

// discard removes the plain upload of a sealed file. Where that fails it expires by itself, as every upload
// does that nobody wants.
func (s *Server) discard(ctx context.Context, d store.Document) {
	if !d.Personal || d.State != store.DocumentAccepted {
		return
	}
	if err := s.evidence.Discard(ctx, evidence.IncomingKey(d.ID.String())); err != nil {
		s.log.WarnContext(ctx, "a plain upload is left to expire", "request_id", RequestOf(ctx), "document", d.ID, "cause", err)
	}
}

// isVerdict says whether an error tells of the file, and not of a dependency that is down.
func isVerdict(err error) bool {
	switch fault.CodeOf(err) {
	case fault.BadFile, fault.TooLarge, fault.UnsupportedType, fault.Invalid:
		return true
	}
	return false
}

func problemText(err error) (string, error) {
	f, ok := asFault(err)
	if !ok {
		return "", err
	}
	raw, marshalErr := json.Marshal(storedProblem{Code: string(f.Code), Reason: f.Detail["reason"], Text: f.Text})
	return string(raw), marshalErr
}

// keep moves an inspected file to where accepted files live, sealed when it may hold ID numbers. It is locked
// later, when a case comes to rest on it (store.ClaimLocks).
func (s *Server) keep(ctx context.Context, d *store.Document, found evidence.Facts) error {
	owner := ownerOf(*d)
	var kept evidence.Facts
	var err error
	if d.Personal {
		kept, err = s.seal(ctx, d, found, evidence.SealedKey(owner, d.ID.String()))
	} else {
		kept, err = s.evidence.Accept(ctx, found, owner)
	}
	if err != nil {
		return err
	}
	d.Type, d.Pages, d.State = string(found.Type), found.Pages, store.DocumentAccepted
	d.ObjectKey, d.ObjectVersion = kept.Key, kept.VersionID
	return nil
}

// seal encrypts the file under its own key, which is stored before anything lies under it.
func (s *Server) seal(ctx context.Context, d *store.Document, found evidence.Facts, at string) (evidence.Facts, error) {
	_, fresh := s.keys.NewCaseKey(d.KeyName())
	wrapped, err := s.store.KeyOf(ctx, d.ID, fresh)
	if err != nil {
		return evidence.Facts{}, err
	}
	key, err := s.keys.OpenCaseKey(d.KeyName(), wrapped)
	if err != nil {
		return evidence.Facts{}, err
	}
	d.KeyWrapped = wrapped
	return s.evidence.AcceptSealed(ctx, found, at, key)
}

// ownerOf is under what an accepted file lies: its case, or before there is one its enterprise or body.
func ownerOf(d store.Document) string {
	switch {
	case d.CaseNo != nil:
		return *d.CaseNo
	case d.EnterpriseID != nil:
		return d.EnterpriseID.String()
	case d.BodyID != nil:
		return *d.BodyID
	}
	return d.CreatedBy.String()
}

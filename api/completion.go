package api

import (
	"context"
	"encoding/json"
	"time"

	"jiangxin/domain/fault"
	"jiangxin/domain/policy"
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
	limit, err := s.fileLimit(ctx)
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
	if err != nil || wrote {
		return d, err
	}
	return s.store.Document(ctx, d.ID) // another request completed it at the same time
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

// keep moves an inspected file to where accepted evidence lives: locked, or sealed when it is personal.
func (s *Server) keep(ctx context.Context, d *store.Document, found evidence.Facts) error {
	owner := ownerOf(*d)
	d.Type, d.Pages, d.State = string(found.Type), found.Pages, store.DocumentAccepted
	if d.Personal {
		key, wrapped := s.keys.NewCaseKey(documentKey(*d))
		kept, err := s.evidence.AcceptSealed(ctx, found, evidence.SealedKey(owner, d.ID.String()), key)
		d.ObjectKey, d.ObjectVersion, d.KeyWrapped = kept.Key, kept.VersionID, wrapped
		return err
	}
	kept, err := s.evidence.Accept(ctx, found, owner)
	if err != nil {
		return err
	}
	until, err := s.retention(ctx)
	if err != nil {
		return err
	}
	if err := s.evidence.Lock(ctx, kept.Ref, until); err != nil {
		return err
	}
	d.ObjectKey, d.ObjectVersion, d.LockedUntil = kept.Key, kept.VersionID, &until
	return nil
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

// documentKey names the key of a file with personal data.
func documentKey(d store.Document) string { return "document/" + d.ID.String() }

// retention is until when evidence that is accepted now is kept at least (留存).
func (s *Server) retention(ctx context.Context) (time.Time, error) {
	reference, err := s.store.Reference(ctx)
	if err != nil {
		return time.Time{}, err
	}
	years, err := reference.Policy.At(s.today()).Int(policy.RetentionElectronic)
	return s.today().AddYears(years).End().UTC(), err
}

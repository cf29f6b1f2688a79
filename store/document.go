package store

import (
	"context"
	"time"

	"github.com/google/uuid"
)

// States of a document.
const (
	DocumentUploading = "uploading"
	DocumentAccepted  = "accepted" // judged and kept; locked once a case rests on it
	DocumentRejected  = "rejected" // stays visible with its problem
)

// Document is an uploaded file of an enterprise or a body.
type Document struct {
	ID            uuid.UUID `gorm:"primaryKey"`
	EnterpriseID  *uuid.UUID
	BodyID        *string
	CaseNo        *string
	Purpose       string // material, rule, proof, sheet, photo, commitment, stamped
	Name          string
	Size          int64
	SHA256        string `gorm:"column:sha256"` // promised at first, checked at completion
	Type          string
	Pages         int
	State         string
	Problem       string // fault as JSON
	ObjectKey     string
	ObjectVersion string
	Upload        string // multipart upload ID
	KeyWrapped    string // the file's own key, of a file with personal data
	Personal      bool
	EvidenceAt    *time.Time // last submission or decision that names it
	LockTryAt     *time.Time // when to lock it next; nil when there is nothing to do
	LockedUntil   *time.Time
	CapturedAt    *time.Time // of a photo: when the shutter was released, as the device says
	CreatedBy     uuid.UUID
	CreatedAt     time.Time
	CompletedAt   *time.Time
	Version       int
}

// TableName is the table of documents.
func (Document) TableName() string { return "documents" }

// KeyName is the name under which the file's own key is wrapped.
func (d Document) KeyName() string { return "document/" + d.ID.String() }

// Document reads one document.
func (s *Store) Document(ctx context.Context, id uuid.UUID) (Document, error) {
	var d Document
	err := s.DB.WithContext(ctx).Take(&d, "id = ?", id).Error
	return d, fail(err, "read the document")
}

// AddDocument keeps an announced document.
func (s *Store) AddDocument(ctx context.Context, d Document) error {
	return fail(s.DB.WithContext(ctx).Create(&d).Error, "keep the document")
}

// FinishDocument writes what the check of an upload found, over a document that is still uploading. It
// says whether this call wrote it: a second completion changes nothing.
func (s *Store) FinishDocument(ctx context.Context, d Document) (bool, error) {
	done := s.DB.WithContext(ctx).Exec(`UPDATE documents SET state = ?, problem = ?, type = ?, pages = ?, object_key = ?,
			object_version = ?, completed_at = ?, version = version + 1
		WHERE id = ? AND state = 'uploading'`,
		d.State, d.Problem, d.Type, d.Pages, d.ObjectKey, d.ObjectVersion, d.CompletedAt, d.ID)
	return done.RowsAffected == 1, fail(done.Error, "finish the document")
}

// KeyOf gives an upload with personal data its own key before it is sealed, once: a completion that is tried
// again finds the first key, and what was sealed under it opens.
func (s *Store) KeyOf(ctx context.Context, id uuid.UUID, fresh string) (wrapped string, err error) {
	err = s.DB.WithContext(ctx).Raw(`UPDATE documents SET key_wrapped = COALESCE(NULLIF(key_wrapped, ''), ?) WHERE id = ? RETURNING key_wrapped`,
		fresh, id).Scan(&wrapped).Error
	return wrapped, fail(err, "keep the document's key")
}

// namedInSnapshots are the documents that were handed in with a case, often uploaded before it had a number.
const namedInSnapshots = `SELECT CASE WHEN d->>'id' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN (d->>'id')::uuid END
	FROM snapshots s, jsonb_array_elements(s.content::jsonb->'documents') d WHERE s.case_no = @case`

// DocumentFilter says which documents a list shows: those of a case, or those of an owner.
type DocumentFilter struct {
	CaseNo     string // with Enterprise: of what the case has, the enterprise's own
	Enterprise uuid.UUID
	Body       string
	Creator    uuid.UUID // for people of neither
	Purpose    string
	State      string
}

// Documents lists documents, the newest first.
func (s *Store) Documents(ctx context.Context, filter DocumentFilter, before Place, limit int) ([]Document, error) {
	query := s.DB.WithContext(ctx).Model(&Document{})
	switch {
	case filter.CaseNo != "":
		query = query.Where("(case_no = @case OR id IN ("+namedInSnapshots+"))", map[string]any{"case": filter.CaseNo})
		if filter.Enterprise != uuid.Nil {
			query = query.Where("enterprise_id = ?", filter.Enterprise)
		}
	case filter.Enterprise != uuid.Nil:
		query = query.Where("enterprise_id = ?", filter.Enterprise)
	case filter.Body != "":
		query = query.Where("body_id = ?", filter.Body)
	default:
		query = query.Where("created_by = ?", filter.Creator)
	}
	if filter.Purpose != "" {
		query = query.Where("purpose = ?", filter.Purpose)
	}
	if filter.State != "" {
		query = query.Where("state = ?", filter.State)
	}
	if !before.At.IsZero() {
		query = query.Where("(created_at, id) < (?, ?::uuid)", before.At, before.ID)
	}
	var rows []Document
	err := query.Order("created_at DESC, id DESC").Limit(limit).Find(&rows).Error
	return rows, fail(err, "list the documents")
}

// DocumentsNamed reads those of the documents that a decision on the case may name: accepted ones of the
// case, of its applicant, or of the actor's own.
func (s *Store) DocumentsNamed(ctx context.Context, ids []uuid.UUID, c Case, actor uuid.UUID) ([]Document, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	var rows []Document
	err := s.DB.WithContext(ctx).Where("id IN ? AND state = 'accepted' AND (case_no = ? OR enterprise_id = ? OR created_by = ?)",
		ids, c.CaseNo, c.EnterpriseID, actor).Find(&rows).Error
	return rows, fail(err, "read the named documents")
}

// SheetsUsed gives, for those of the documents that an entry on behalf (代录) of the case named already, the user
// ID of the expert for whom it was; entries on their way count, refused ones do not.
func (s *Store) SheetsUsed(ctx context.Context, caseNo string, ids []string) (map[string]string, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	var rows []struct{ ID, Expert string }
	err := s.DB.WithContext(ctx).Raw(`SELECT d.id, c.body::jsonb->>'onBehalf' AS expert
		FROM commands c JOIN unnest(CAST(@ids AS text[])) d (id) ON strpos(c.body, d.id) > 0
		WHERE c.case_no = @case AND c.state <> 'refused' AND c.body::jsonb->>'onBehalf' <> '' ORDER BY c.created_at DESC`,
		map[string]any{"case": caseNo, "ids": Texts(ids)}).Scan(&rows).Error
	used := make(map[string]string, len(rows))
	for _, row := range rows {
		used[row.ID] = row.Expert // the first use, which comes last, holds
	}
	return used, fail(err, "look for uses of the signed sheets")
}

// Authorised says whether an authorisation (授权委托书) of the enterprise is on file: handed in with a commitment
// letter that an officer found in order.
func (s *Store) Authorised(ctx context.Context, enterprise uuid.UUID) (bool, error) {
	var found bool
	err := s.DB.WithContext(ctx).Raw(`SELECT EXISTS (SELECT FROM cases c JOIN statements s ON s.case_no = c.case_no
			JOIN statements checked ON checked.case_no = c.case_no AND checked.seq > s.seq
		WHERE c.enterprise_id = ? AND s.stage = 'commitment' AND s.content::jsonb->'sheet'->>'authorisation' <> ''
			AND checked.stage = 'commitmentCheck' AND checked.verdict = 'accept')`, enterprise).Scan(&found).Error
	return found, fail(err, "look for an authorisation")
}

// RuleDocuments reads those of the documents that the enterprise uploaded as rules and that hold no personal data.
func (s *Store) RuleDocuments(ctx context.Context, enterprise uuid.UUID, ids []string) ([]Document, error) {
	var rows []Document
	err := s.DB.WithContext(ctx).Where("enterprise_id = ? AND id::text IN ? AND purpose = 'rule' AND state = 'accepted' AND NOT personal",
		enterprise, ids).Find(&rows).Error
	return rows, fail(err, "read the rules")
}

// AcceptedDocuments lists the accepted documents of an enterprise, which its application may name.
func (s *Store) AcceptedDocuments(ctx context.Context, enterprise uuid.UUID) ([]Document, error) {
	var rows []Document
	err := s.DB.WithContext(ctx).Where("enterprise_id = ? AND state = 'accepted'", enterprise).Find(&rows).Error
	return rows, fail(err, "list the accepted documents")
}

// HandedIn says whether a document of an enterprise stands in what was handed in with a case that the viewer
// may open.
func (s *Store) HandedIn(ctx context.Context, v Viewer, d Document) (bool, error) {
	arguments := v.seeing()
	arguments["owner"], arguments["document"] = d.EnterpriseID, d.ID.String()
	var found bool
	err := s.DB.WithContext(ctx).Raw(`SELECT EXISTS (SELECT FROM cases c JOIN snapshots s ON s.case_no = c.case_no
		WHERE c.enterprise_id = @owner AND strpos(s.content, @document) > 0 AND `+v.sees(true)+")", arguments).Scan(&found).Error
	return found, fail(err, "look for the document in the snapshots")
}

// MayViewEnterprise says whether the viewer may open a case of the enterprise.
func (s *Store) MayViewEnterprise(ctx context.Context, v Viewer, enterprise uuid.UUID) (bool, error) {
	arguments := v.seeing()
	arguments["owner"] = enterprise
	var may bool
	err := s.DB.WithContext(ctx).Raw("SELECT EXISTS (SELECT FROM cases c WHERE c.enterprise_id = @owner AND "+v.sees(true)+")", arguments).Scan(&may).Error
	return may, fail(err, "look up the jurisdiction")
}
